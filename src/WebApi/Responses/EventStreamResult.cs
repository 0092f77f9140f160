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
/// become an error's envelope any more: what goes wrong then is told as a last event, <see cref="ErrorEvent"/>. In long silences it
/// gives signs of life.
/// </summary>
/// <remarks>It ends when the events do. They see to it that this is soon when the server stops.</remarks>
/// <param name="events">Their types and data; asked for the next one only when the client has taken those before.</param>
internal sealed partial class EventStreamResult(IAsyncEnumerable<SseItem<object>> events) : IActionResult
{
    /// <summary>So long a stream is silent at most: proxies cut connections on which nothing comes, many of them after a minute.</summary>
    internal static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>A comment, which clients pass over.</summary>
    private static readonly byte[] SignOfLife = ": keep-alive\n\n"u8.ToArray();

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
            await WriteAsync(http, Only(new ErrorEvent(ErrorStatus.Of(error.Kind).Code, error.Message).ToItem()));
        }
    }

    /// <summary>Event by event, so that a sign of life fits in between.</summary>
    private static async Task WriteAsync(HttpContext http, IAsyncEnumerable<SseItem<object>> events)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        await using var items = events.GetAsyncEnumerator(ending.Token);
        while (await MoveNextAsync(http, items, ending))
        {
            await SseFormatter.WriteAsync(
                Only(items.Current),
                http.Response.Body,
                static (item, to) => to.Write(JsonSerializer.SerializeToUtf8Bytes(item.Data, item.Data.GetType(), Json.Options)),
                http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private static async Task<bool> MoveNextAsync(HttpContext http, IAsyncEnumerator<SseItem<object>> items, CancellationTokenSource ending)
    {
        var next = items.MoveNextAsync().AsTask();
        try
        {
            await GiveSignsOfLifeAsync(http, next);
        }
        catch (Exception)
        {
            // Nobody hears them any more; but events may not be disposed of while the next one is waited for.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return await next;
    }

    private static async Task GiveSignsOfLifeAsync(HttpContext http, Task until)
    {
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        while (!until.IsCompleted)
        {
            await until.WaitAsync(Silence, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (until.IsCompleted) return;
            await http.Response.Body.WriteAsync(SignOfLife, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private static async IAsyncEnumerable<SseItem<object>> Only(SseItem<object> item)
    {
        await Task.CompletedTask;
        yield return item;
    }

    [LoggerMessage(15, LogLevel.Error, "The events of request {RequestId} broke off")]
    private static partial void Failed(ILogger logger, Exception exception, string requestId);
}
