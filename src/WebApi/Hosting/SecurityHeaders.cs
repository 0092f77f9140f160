using Microsoft.Extensions.Primitives;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// Tells browsers on every answer to make nothing of it but what it says it is. What an endpoint has set for itself stays:
/// a page may need more than an API's answer, which needs nothing.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly KeyValuePair<string, StringValues>[] OnEveryAnswer =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "no-referrer"),

        // It keeps other sites' pages from taking an answer in as an image or a script. A fetch that CORS lets through is not
        // held to it, so it stands in nobody's way.
        new("Cross-Origin-Resource-Policy", "same-origin"),

        // Answers are somebody's messages: neither a proxy nor a shared computer shall keep them.
        new("Cache-Control", "no-store"),
    ];

    /// <summary>One year, for this host alone: what its neighbours speak is theirs to say.</summary>
    private static readonly StringValues StrictTransport = "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the answer, because an error page begins by clearing all headers.
        context.Response.OnStarting(static state => SetAsync((HttpContext)state), context);
        return next(context);
    }

    private static Task SetAsync(HttpContext context)
    {
        foreach (var (name, value) in OnEveryAnswer) context.Response.Headers.TryAdd(name, value);

        // Never for localhost: a browser would then refuse whatever else somebody develops there over plain HTTP.
        if (context.Request.IsHttps && !context.Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            context.Response.Headers.TryAdd("Strict-Transport-Security", StrictTransport);
        return Task.CompletedTask;
    }
}
