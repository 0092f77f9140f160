using System.Buffers;
using System.Net.Mime;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Responses;

/// <summary>
/// Answers with Server-Sent Events, each sent as soon as it is there and its data as one line of JSON. Once it has begun an answer cannot
/// become an error's envelope any more: what goes wrong then is told as a last event, <see cref="ErrorEvent"/>.
/// </summary>
/// <remarks>It ends when the events do. They see to it that this is soon when the server stops.</remarks>
/// <param name="events">Their types and data; asked for the next one only when the client has taken those before.</param>
internal sealed partial class EventStreamResult(IAsyncEnumerable<SseItem<object>> events) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = MediaTypeNames.Text.EventStream;

        // A proxy that gathers an answer before it passes it on would pass on the whole stream at its end.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await WriteAsync(http, events);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Features.Set(TransportErrors.ClientGone);
        }
        catch (Exception exception) when (http.Response.HasStarted)
        {
            Failed(http.RequestServices.GetRequiredService<ILogger<EventStreamResult>>(), exception, http.TraceIdentifier);
            var error = ExceptionEnvelope.ErrorOf(exception);
            http.Features.Set(error);
            await WriteAsync(http, Only(new ErrorEvent(ErrorStatus.Of(error.Kind).Code, error.Message)));
        }
    }

    private static Task WriteAsync(HttpContext http, IAsyncEnumerable<SseItem<object>> events) => SseFormatter.WriteAsync(
        events,
        http.Response.Body,
        static (item, to) => to.Write(JsonSerializer.SerializeToUtf8Bytes(item.Data, item.Data.GetType(), Json.Options)),
        http.RequestAborted);

    private static async IAsyncEnumerable<SseItem<object>> Only(ErrorEvent error)
    {
        await Task.CompletedTask;
        yield return error.ToItem();
    }

    [LoggerMessage(15, LogLevel.Error, "The events of request {RequestId} broke off")]
    private static partial void Failed(ILogger logger, Exception exception, string requestId);
}
