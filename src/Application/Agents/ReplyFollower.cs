using System.Runtime.CompilerServices;
using Eliza.Application.Common;

namespace Eliza.Application.Agents;

/// <summary>
/// Tells an agent's reply while it is being written. Between two looks it holds nothing: no transaction, no connection, no
/// writer's turn. At new pieces it reads the draft alone; it asks the database at other hints, and once a second.
/// </summary>
public sealed class ReplyFollower(IReplyFinder replies, IReplyDrafts drafts, IHints hints, TimeProvider time)
{
    /// <summary>So long at most between two looks into the database: the hint of another node may be lost.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Chunks as they come, from the beginning of the answer also for who follows late, then <see cref="ReplyDone"/> or
    /// <see cref="ReplyMissing"/>. Who takes them slowly gets fewer and longer ones.
    /// </summary>
    /// <param name="question">What the agent was asked; null when nobody was.</param>
    /// <param name="patience">How long it waits for the next chunk, or for the reply; zero to look once.</param>
    /// <param name="cancellationToken">Ends it without a further event, by an exception.</param>
    public async IAsyncEnumerable<ReplyEvent> FollowAsync(
        Question? question, TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (question is null)
        {
            yield return ReplyMissing.NotAsked;
            yield break;
        }
        using var hint = hints.Listen(ReplyTopic.Of(question.Conversation), ReplyTopic.DraftOf(question));
        var told = new ToldReply();
        var lastLook = time.GetTimestamp();
        var lastSign = lastLook;
        while (true)
        {
            var chunk = drafts.Find(question) is { } draft ? told.GoOn(draft) : null;
            if (chunk is not null)
            {
                lastSign = time.GetTimestamp();
                yield return chunk;
            }
            var left = patience - time.GetElapsedTime(lastSign);
            if (chunk is null || left <= TimeSpan.Zero || time.GetElapsedTime(lastLook) >= LookAgain)
            {
                var end = EndOf(await replies.FindAsync(question, cancellationToken), told, isLate: left <= TimeSpan.Zero);
                foreach (var last in end) yield return last;
                if (end.Count > 0) yield break;
                lastLook = time.GetTimestamp();
            }
            if (await hint.WaitAsync(left < LookAgain ? left : LookAgain, cancellationToken)) continue;
            yield return ReplyMissing.ServerStopping;
            yield break;
        }
    }

    /// <summary>The last events; none while the reply may still come.</summary>
    private static IReadOnlyList<ReplyEvent> EndOf(ReplyState? state, ToldReply told, bool isLate)
    {
        if (state?.Reply is not { } reply) return MissingIn(state, isLate) is { } missing ? [missing] : [];
        var rest = told.BringTo(reply.Text);
        return rest is null ? [new ReplyDone(reply)] : [rest, new ReplyDone(reply)];
    }

    private static ReplyMissing? MissingIn(ReplyState? state, bool isLate) => state switch
    {
        null => ReplyMissing.MessageGone,
        { Run: null } => ReplyMissing.NotAsked,
        { IsOpen: false } => ReplyMissing.NoAnswer,
        _ => isLate ? ReplyMissing.Late : null,
    };
}
