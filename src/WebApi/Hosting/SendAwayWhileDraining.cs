using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// While the server drains, answers end their connections: clients that keep them open for further requests would otherwise come
/// here until the last moment, whatever a load balancer knows.
/// </summary>
internal sealed class SendAwayWhileDraining(RequestDelegate next, Drain drain)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (drain.IsOn) context.Response.OnStarting(static state => SendAwayAsync((HttpContext)state), context);
        return next(context);
    }

    private static Task SendAwayAsync(HttpContext context)
    {
        // From HTTP/2 on a connection is no header's business: the client is told not to begin anything more on it.
        if (!HttpProtocol.IsHttp11(context.Request.Protocol) && !HttpProtocol.IsHttp10(context.Request.Protocol))
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();

        // A WebSocket's connection goes on.
        else if (context.Response.StatusCode != StatusCodes.Status101SwitchingProtocols) context.Response.Headers[HeaderNames.Connection] = "close";
        return Task.CompletedTask;
    }
}
