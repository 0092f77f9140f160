using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// What one client may ask of the web server. What is not named here is as tight as it should be by itself: 32 KB and 100
/// headers, 8 KB of request line, 100 streams on an HTTP/2 connection, 130 seconds between requests (more than load
/// balancers wait), 240 bytes a second both ways.
/// </summary>
internal static class ServerLimits
{
    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.ConfigureEndpointDefaults(endpoint => endpoint.Use(endpoint.ApplicationServices.GetRequiredService<OpenConnections>().Counted));
        server.Limits.MaxRequestBodySize = TransportErrors.MaxBodyBytes;

        // Half of the usual: who sends a header byte by byte has no good reason for it.
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);

        // A client that is gone without a word would otherwise keep its HTTP/2 streams for ever.
        server.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60);
        server.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }
}
