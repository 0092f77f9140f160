using Eliza.Application.Common;

namespace Eliza.Application.Agents;

/// <summary>Waits for an agent's reply. Between two looks it holds nothing: no transaction, no connection, no writer's turn.</summary>
internal sealed class ReplyWait(IReplyFinder replies, IHints hints, TimeProvider time)
{
    /// <summary>So long at most between two looks: the hint of another node may be lost.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The reply as soon as there is one, though the agent may not have said yet that it is done; null when none came in time, when none
    /// will come, and when the server stops.
    /// </summary>
    public async Task<AgentReply?> WaitAsync(Question question, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        using var hint = hints.Listen(ReplyTopic.Of(question.Conversation));
        while (true)
        {
            var state = await replies.FindAsync(question, cancellationToken);
            var left = atMost - time.GetElapsedTime(began);
            if (state is not { Reply: null, IsOpen: true } || left <= TimeSpan.Zero) return state?.Reply;
            if (!await hint.WaitAsync(left < LookAgain ? left : LookAgain, cancellationToken)) return null;
        }
    }
}
