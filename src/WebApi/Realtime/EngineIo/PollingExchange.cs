using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>
/// The two requests of long polling: one that fetches packets and one that brings some. A client that goes while it is being
/// answered is no fault: the web server ends the writing, and the session ends for want of a pong.
/// </summary>
internal static class PollingExchange
{
    private const string TextType = "text/plain; charset=UTF-8";

    /// <summary>Answers with what waits for the client, once there is something.</summary>
    public static async Task AnswerAsync(HttpContext context, EngineSession session)
    {
        var answer = await session.PollAsync(context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested) return;
        if (answer.Error is { } error)
        {
            await error.WriteAsync(context);
            return;
        }

        StartText(context, answer.Packets.Sum(LengthOf) + answer.Packets.Count - 1);
        for (var index = 0; index < answer.Packets.Count; index++)
        {
            if (index > 0) context.Response.BodyWriter.Write([IncomingPacket.Separator]);
            Write(context.Response.BodyWriter, answer.Packets[index]);
        }
        await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }

    /// <summary>Hands what the client sent to its session, and answers when that is done.</summary>
    public static async Task TakeAsync(HttpContext context, EngineSession session, int maxBytes)
    {
        if (session.BeginPost() is { } error)
        {
            await error.WriteAsync(context);
            return;
        }
        try
        {
            if (await PollingPayload.TakeAsync(context, session, maxBytes) is { } failure)
            {
                await failure.WriteAsync(context);
                return;
            }
        }
        finally
        {
            session.EndPost();
        }
        StartText(context, "ok"u8.Length);
        await context.Response.BodyWriter.WriteAsync("ok"u8.ToArray(), CancellationToken.None);
    }

    private static void StartText(HttpContext context, int length)
    {
        context.Response.ContentType = TextType;
        context.Response.ContentLength = length;
        context.Response.Headers.CacheControl = "no-store";
    }

    private static int LengthOf(EnginePacket packet) => packet.IsBinary ? 1 + Base64.GetMaxEncodedToUtf8Length(packet.Data.Length) : packet.Data.Length;

    private static void Write(PipeWriter body, EnginePacket packet)
    {
        if (!packet.IsBinary)
        {
            body.Write(packet.Data.Span);
            return;
        }
        var target = body.GetSpan(LengthOf(packet));
        target[0] = (byte)'b';
        Base64.EncodeToUtf8(packet.Data.Span, target[1..], out _, out var written);
        body.Advance(written + 1);
    }
}
