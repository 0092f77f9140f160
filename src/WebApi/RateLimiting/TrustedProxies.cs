using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Eliza.WebApi.RateLimiting;

internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services) => services.AddOptions<ProxyOptions>()
        .Configure<IConfiguration>((options, configuration) => options.Entries = ProxyOptions.Read(configuration))
        .Validate(options => options.AreReadable, $"{ProxyOptions.Key} must be addresses or networks, such as 10.0.0.7 or 10.0.0.0/8")
        .ValidateOnStart();

    /// <summary>
    /// Gives a request the address that the nearest proxies of ours saw: the right-most one in <c>X-Forwarded-For</c> that
    /// is not a proxy's. What stands to the left of it, anybody may have written. What they say in <c>X-Forwarded-Proto</c>, that the
    /// client came over TLS, is believed in the same way: it is then HTTPS to us too.
    /// </summary>
    public static void UseTrustedProxies(this IApplicationBuilder app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks) options.KnownIPNetworks.Add(network);

        // Without any proxy the middleware would believe everybody, and behind a Unix socket, whoever it is.
        if (options.KnownIPNetworks.Count == 0) return;
        app.UseWhen(context => context.Connection.RemoteIpAddress is not null, known => known.UseForwardedHeaders(options));
    }
}
