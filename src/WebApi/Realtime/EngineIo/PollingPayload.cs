using System.Buffers;
using System.Net.Mime;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>The packets that one request of long polling brings.</summary>
internal static class PollingPayload
{
    private const int FirstBuffer = 4_096;

    /// <summary>The web server counts a chunk's length and line ends too: a byte sent as a chunk of its own is as many.</summary>
    private const long MostChunkBytes = 8;

    /// <summary>Reads the packets and hands them to their session, one after the other. Returns what is wrong with them, or null.</summary>
    public static async Task<EngineError?> TakeAsync(HttpContext context, EngineSession session, int maxBytes)
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
                if (count == buffer.Length) buffer = RentedBuffer.Grow(buffer);
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
}
