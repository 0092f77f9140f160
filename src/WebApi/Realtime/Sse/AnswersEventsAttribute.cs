using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Listening;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Realtime.Sse;

/// <summary>What happens in a channel from a place on, as a stream of events that lasts.</summary>
public sealed class AnswersEventsAttribute() : AnswerAttribute(StatusCodes.Status200OK, typeof(FeedPlace)), IStreamAnswer
{
    Type? IStreamAnswer.BodyType => null;

    public override object BodyOf(object content, HttpContext context) => content;

    public override IActionResult ResultOf(object content, HttpContext context) =>
        new EventStreamResult(EventsOf((FeedPlace)content, context, context.RequestAborted));

    private static async IAsyncEnumerable<SseItem<object>> EventsOf(FeedPlace place, HttpContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var services = context.RequestServices;
        var stream = new FeedStream(place, services.GetRequiredService<ICaller>().Current!, services.GetRequiredService<ListenerRights>());
        using var watch = services.GetRequiredService<LiveCredentials>().Keep(PresentedCredential.Of(context.Request)!, stream.Expire);
        await foreach (var item in stream.ReadAsync(services.GetRequiredService<IChannelFeeds>(), cancellationToken)) yield return item;
    }
}
