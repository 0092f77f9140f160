using System.Collections.Frozen;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Access;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Telemetry;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// One line for each request, however it ends: its id, what was asked for, how it ended, who asked, how long it took. What
/// was asked for is told as the route's pattern: a path and a query are the client's own text, and may hold a secret.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> logger)
{
    private const string BrokenOff = "Request.BrokenOff";

    /// <summary>A client may send any word as its method.</summary>
    private static readonly FrozenSet<string> Methods =
        FrozenSet.Create("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    public static string MethodOf(HttpRequest request) => Methods.Contains(request.Method) ? request.Method : "OTHER";

    public async Task InvokeAsync(HttpContext context)
    {
        // Now, because an error page begins by taking the endpoint away.
        var endpoint = context.GetEndpoint();
        var started = time.GetTimestamp();
        var broken = true;
        try
        {
            await next(context);
            broken = false;
        }
        finally
        {
            Tell(context, endpoint, broken, started);
        }
    }

    private void Tell(HttpContext context, Endpoint? endpoint, bool broken, long started)
    {
        // What breaks before the answer has begun, the web server answers.
        var status = broken && !context.Response.HasStarted ? StatusCodes.Status500InternalServerError : context.Response.StatusCode;
        var error = status == StatusCodes.Status499ClientClosedRequest ? TransportErrors.ClientGone.Code
            : broken ? BrokenOff
            : context.Features.Get<Error>()?.Code;
        var method = MethodOf(context.Request);
        var route = endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : null;
        if (RequestSpan.Of(context) is { } span) RequestSpan.Describe(span, method, route, status, error);

        var level = error is null && endpoint?.Metadata.GetMetadata<SignOfLifeAttribute>() is not null ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level)) return;

        var caller = LogText.Of((context.User.Identity as CallerIdentity)?.Caller);
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        Answered(level, context.TraceIdentifier, method, route ?? "no route", status, error ?? "ok", caller, elapsed);
    }

    [LoggerMessage(EventId = 8, Message = "{RequestId} {Method} {Route}: {Status} {Outcome} by {Caller} in {Milliseconds:0.0} ms")]
    private partial void Answered(
        LogLevel level, string requestId, string method, string route, int status, string outcome, string caller, double milliseconds);
}
