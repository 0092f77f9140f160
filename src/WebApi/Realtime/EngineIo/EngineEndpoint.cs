namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Finds out what a request wants of an Engine.IO server, and answers it.</summary>
internal sealed class EngineEndpoint(EngineServer server)
{
    private const string Version = "4";
    private const string Polling = "polling";
    private const string WebSocket = "websocket";

    public Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var transport = query["transport"].ToString();
        if (transport is not (Polling or WebSocket)) return EngineError.TransportUnknown.WriteAsync(context);
        if (query["EIO"] != Version) return EngineError.UnsupportedVersion.WriteAsync(context);

        var sid = query["sid"].ToString();
        var session = server.Find(sid);
        if (sid.Length > 0 && session is null) return EngineError.SessionUnknown.WriteAsync(context);
        return transport == Polling ? PollAsync(context, session) : ConnectAsync(context, session);
    }

    private async Task PollAsync(HttpContext context, EngineSession? session)
    {
        if (context.WebSockets.IsWebSocketRequest) await EngineError.BadRequest.WriteAsync(context);
        else if (session is not null && HttpMethods.IsPost(context.Request.Method))
        {
            await PollingExchange.TakeAsync(context, session, server.Options.MaxPayload);
        }
        else if (!HttpMethods.IsGet(context.Request.Method)) await EngineError.BadMethod.WriteAsync(context);
        else if (session is not null) await PollingExchange.AnswerAsync(context, session);
        else if (!server.Options.AllowRequest(context)) await EngineError.Forbidden.WriteAsync(context);
        else if (!server.TryReserve()) await EngineError.Full.WriteAsync(context);
        else await PollingExchange.AnswerAsync(context, await server.OpenAsync(EngineHandshake.Of(context), socket: null));
    }

    private async Task ConnectAsync(HttpContext context, EngineSession? session)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await (session is null && !HttpMethods.IsGet(context.Request.Method) ? EngineError.BadMethod : EngineError.BadRequest).WriteAsync(context);
        }
        else if (!server.Options.AllowRequest(context)) await EngineError.Forbidden.WriteAsync(context);
        else if (session is not null) await UpgradeAsync(context, session);
        else if (!server.TryReserve()) await EngineError.Full.WriteAsync(context);
        else await OpenAsync(context);
    }

    private async Task OpenAsync(HttpContext context)
    {
        WebSocketTransport transport;
        try
        {
            transport = await AcceptAsync(context);
        }
        catch
        {
            server.GiveBack();
            throw;
        }
        await transport.RunAsync(await server.OpenAsync(EngineHandshake.Of(context), transport));
    }

    /// <summary>A session that has a WebSocket already, or will have, gets no other: the protocol has it closed, not refused.</summary>
    private async Task UpgradeAsync(HttpContext context, EngineSession session)
    {
        var transport = await AcceptAsync(context);
        if (session.TryBeginUpgrade(transport) && await transport.TryUpgradeAsync(session)) await transport.RunAsync(session);
        else await transport.CloseAsync();
    }

    /// <summary>Without pings of its own: the protocol has its, and one timer for all.</summary>
    private async Task<WebSocketTransport> AcceptAsync(HttpContext context) =>
        new(await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan }), server);
}
