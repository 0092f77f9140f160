using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Gateway;
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
        context.RequestServices.GetRequiredService<ListenerQuota>().TryTake(CallerOf(context), ListenerKind.Stream) is { } seat
            ? new EventStreamResult(EventsOf((FeedPlace)content, seat, context, context.RequestAborted))
            : new ErrorResult(GatewayErrors.TooManyConnections);

    private static async IAsyncEnumerable<SseItem<object>> EventsOf(FeedPlace place, IDisposable seat, HttpContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var held = seat;
        var services = context.RequestServices;
        var stream = new FeedStream(place, CallerOf(context), services.GetRequiredService<ListenerRights>());
        using var watch = services.GetRequiredService<LiveCredentials>().Keep(PresentedCredential.Of(context.Request)!, stream.Expire);
        await foreach (var item in stream.ReadAsync(services.GetRequiredService<IChannelFeeds>(), cancellationToken)) yield return item;
    }

    private static Caller CallerOf(HttpContext context) => context.RequestServices.GetRequiredService<ICaller>().Current!;
}
