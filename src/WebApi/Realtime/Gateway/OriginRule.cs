using Eliza.WebApi.Hosting;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>
/// Whose pages may open connections: our own, and those of the sites that CORS lets in. Browsers ask nobody before they open a WebSocket
/// to another site, so it is asked here. Who is no browser sends no origin.
/// </summary>
internal sealed class OriginRule(IOptions<CrossOriginOptions> crossOrigin)
{
    private readonly bool _allowsAll = crossOrigin.Value.AllowedOrigins is [CrossOriginOptions.Everybody];
    private readonly HashSet<string> _allowed =
        crossOrigin.Value.AllowedOrigins is [CrossOriginOptions.Everybody] ? [] : [.. crossOrigin.Value.Origins.Select(origin => origin.ToLowerInvariant())];

    public bool Allows(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0 || _allowsAll || _allowed.Contains(origin.ToLowerInvariant()) || IsOwn(origin, context.Request.Host);
    }

    /// <summary>By host and port alone: behind a proxy that ends TLS the server does not see the scheme.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
