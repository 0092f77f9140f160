using System.Net.ServerSentEvents;
using Eliza.Application.Agents;
using Eliza.Application.Sessions;
using Eliza.Application.Sessions.SendSessionMessage;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Sessions;

/// <summary>A message that was sent: bare, with the reply where it was waited for; or, when the sender asked for that, a stream of events.</summary>
public sealed class AnswersSentMessageAttribute() : AnswerAttribute(StatusCodes.Status201Created, typeof(SentMessage)), IStreamAnswer
{
    Type? IStreamAnswer.BodyType => typeof(SentMessageAnswer);

    public override object BodyOf(object content, HttpContext context) => SentMessageAnswer.Of((SentMessage)content);

    public override IActionResult ResultOf(object content, HttpContext context) =>
        content is SentMessage { Transport: SessionTransport.Sse } sent ? new EventStreamResult(EventsOf(sent, context)) : base.ResultOf(content, context);

    private static IAsyncEnumerable<SseItem<object>> EventsOf(SentMessage sent, HttpContext context)
    {
        var services = context.RequestServices;
        var patience = services.GetRequiredService<IReplyTimeout<SendSessionMessageCommand>>().AtMost;
        var reply = services.GetRequiredService<ReplyFollower>().FollowAsync(sent.FindQuestion(), patience, context.RequestAborted);
        return ReplyEvents.Of(SentMessageAnswer.Of(sent), sent.Message.Id, reply, context.RequestAborted);
    }
}
