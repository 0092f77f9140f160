using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Eliza.WebApi.Telemetry;

/// <summary>
/// Says in a request's span what its line in the log says, in the names of OpenTelemetry's conventions. The web server itself is told
/// to say nothing there (see the project file): it would say the path and the query, which are the client's own text.
/// </summary>
internal static class RequestSpan
{
    /// <summary>Null when nobody traces the request.</summary>
    public static Activity? Of(HttpContext context) => context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } span ? span : null;

    /// <param name="span">The request's.</param>
    /// <param name="method">A known method.</param>
    /// <param name="route">The route's pattern; null when there is none.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="error">The error's code; null when all went well.</param>
    public static void Describe(Activity span, string method, string? route, int status, string? error)
    {
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method);
        if (route is not null) span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (error is not null) span.SetTag("error.type", error);
        if (status >= StatusCodes.Status500InternalServerError) span.SetStatus(ActivityStatusCode.Error);
    }
}
