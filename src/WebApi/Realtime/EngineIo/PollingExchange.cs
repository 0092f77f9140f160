using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Net.Mime;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>The two requests of long polling: one that fetches packets and one that brings some.</summary>
internal static class PollingExchange
{
    private const string TextType = "text/plain; charset=UTF-8";
    private const int FirstBuffer = 4_096;

    /// <summary>The web server counts a chunk's length and line ends too: a byte sent as a chunk of its own is as many.</summary>
    private const long MostChunkBytes = 8;

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
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
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
            if (await TakeBodyAsync(context, session, maxBytes) is { } failure)
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
        await context.Response.BodyWriter.WriteAsync("ok"u8.ToArray(), context.RequestAborted);
    }

    private static async Task<EngineError?> TakeBodyAsync(HttpContext context, EngineSession session, int maxBytes)
    {
        if (context.Request.ContentType == MediaTypeNames.Application.Octet)
        {
            session.End(EngineCloseReason.TransportError);
            return EngineError.BadRequest;
        }
        if (context.Request.ContentLength > maxBytes) return EngineError.PayloadTooLarge;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = maxBytes * MostChunkBytes;

        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var count = 0;
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer.AsMemory(count), context.RequestAborted)) > 0)
            {
                count += read;
                if (count > maxBytes) return EngineError.PayloadTooLarge;
                if (count == buffer.Length) buffer = Grow(buffer);
            }
            return await TakePacketsAsync(session, buffer.AsMemory(0, count));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return EngineError.PayloadTooLarge;
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception))
        {
            session.End(EngineCloseReason.TransportError);
            return EngineError.BadRequest;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Text that is no UTF-8 is no packet either; a WebSocket sees to that itself.</summary>
    private static async Task<EngineError?> TakePacketsAsync(EngineSession session, Memory<byte> payload)
    {
        if (!Utf8.IsValid(payload.Span)) payload = default;
        while (true)
        {
            var end = payload.Span.IndexOf(IncomingPacket.Separator);
            var packet = IncomingPacket.Text(end < 0 ? payload : payload[..end]);
            await session.TakeAsync(packet);
            if (packet.Kind == PacketKind.Invalid) return EngineError.BadRequest;
            if (end < 0 || !session.IsOpen) return null;
            payload = payload[(end + 1)..];
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
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
