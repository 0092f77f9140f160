using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Eliza.Application.Agents;
using Eliza.WebApi.Responses;

namespace Eliza.WebApi.Sessions;

/// <summary>
/// A message that was sent and what the agent says to it, as the reference's events: <c>user_message</c>, then <c>chunk</c>
/// as often as there are any, then <c>done</c> or <c>error</c>.
/// </summary>
internal static class ReplyEvents
{
    /// <param name="userMessage">The message as it is written elsewhere.</param>
    /// <param name="messageId">Its id.</param>
    /// <param name="reply">What <see cref="ReplyFollower"/> tells of the reply.</param>
    /// <param name="cancellationToken">Ends it; nobody listens any more.</param>
    public static async IAsyncEnumerable<SseItem<object>> Of(
        object userMessage, Guid messageId, IAsyncEnumerable<ReplyEvent> reply, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        yield return new SseItem<object>(userMessage, "user_message");
        await foreach (var told in reply.WithCancellation(cancellationToken)) yield return Of(told, messageId);
    }

    private static SseItem<object> Of(ReplyEvent told, Guid messageId) => told switch
    {
        ReplyChunk chunk => new SseItem<object>(new ChunkEvent(messageId, chunk.Text, chunk.Index), "chunk"),
        ReplyDone done => new SseItem<object>(DoneEvent.Of(done.Reply, messageId), "done"),
        ReplyMissing missing => new ErrorEvent(missing.Code, missing.Reason).ToItem(),
        _ => throw new ArgumentOutOfRangeException(nameof(told), told, "An event without a form."),
    };

    /// <summary>The reply goes on.</summary>
    /// <param name="MessageId">The message that is answered: the reply has no id before it is whole.</param>
    /// <param name="Chunk">What follows on the chunk before.</param>
    /// <param name="Index">0 begins anew: what was told before no longer counts.</param>
    private sealed record ChunkEvent(Guid MessageId, string Chunk, int Index);

    /// <summary>The whole reply.</summary>
    /// <param name="Id">Its own id, under which it is in the session from now on.</param>
    /// <param name="MessageId">The message that it answers.</param>
    private sealed record DoneEvent(Guid Id, Guid MessageId, string Text, string? Thought, IReadOnlyList<string> Actions, DateTimeOffset CreatedAt)
    {
        public static DoneEvent Of(AgentReply reply, Guid messageId)
        {
            var content = AgentResponseContent.Of(reply);
            return new DoneEvent(reply.MessageId.Value, messageId, content.Text, content.Thought, content.Actions, reply.CreatedAt);
        }
    }
}
