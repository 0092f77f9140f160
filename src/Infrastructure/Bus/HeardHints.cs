using System.Collections.Frozen;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Persistence.Known;

namespace Eliza.Infrastructure.Bus;

/// <summary>Does on this node what another one's hint asks for, and tells nobody else.</summary>
/// <param name="feeds">The listeners of this node alone.</param>
/// <param name="hints">Who waits on this node alone.</param>
internal sealed class HeardHints(
    IFeedNotifier feeds, IHints hints, OthersDrafts drafts, RunSignal runs, KnownChannels knownChannels, KnownAgents knownAgents, KnownKeys knownKeys)
{
    /// <summary>Of more mentions at once nothing is told: each is read from the database, which may be slow.</summary>
    private const int MostMentions = 100;

    /// <summary>Who can write to the broker must not make up what listeners find in the history, nor names that nobody has.</summary>
    private static readonly FrozenSet<string> ToldInPassing = FrozenSet.Create(FeedEvents.SessionExpirationWarning, FeedEvents.SessionRenewed, FeedEvents.SessionExpired);

    private int _mentions;

    /// <summary>Returns at once.</summary>
    public void Apply(NodeHint hint)
    {
        switch (hint)
        {
            case NodeHint.HistoryWentOn wentOn:
                feeds.Wake(wentOn.Channel);
                break;
            case NodeHint.Told told when !ToldInPassing.Contains(told.Name):
                throw new ArgumentOutOfRangeException(nameof(hint), "Something told that is in the history, or nowhere.");
            case NodeHint.Told told:
                feeds.Tell(told.Channel, new FeedEvent(told.Name, told.Payload), told.Ended);
                break;
            case NodeHint.WorkBegan began:
                feeds.BeginWork(began.Question);
                break;
            case NodeHint.WorkEnded ended:
                feeds.EndWork(ended.Question, ended.Run, ended.HasFailed);
                break;
            case NodeHint.AllWorkEnded ended:
                feeds.EndAllWork(ended.Agent);
                break;
            case NodeHint.RightsChanged changed:
                feeds.Recheck(changed.Actor);
                break;
            case NodeHint.Mentioned mentioned:
                _ = MentionAsync(mentioned);
                break;
            case NodeHint.TopicGiven given:
                hints.Give(given.Topic);
                break;
            case NodeHint.Outdated outdated:
                Forget(outdated);
                break;
            case NodeHint.DraftWentOn draft:
                drafts.GoOn(draft);
                break;
            case NodeHint.DraftEnded ended:
                drafts.End(ended.Question, ended.Attempt);
                break;
            case NodeHint.RunsMayBegin may:
                runs.RaiseElsewhere(may.Conversation);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(hint), hint, "A hint that nobody follows.");
        }
    }

    private void Forget(NodeHint.Outdated outdated)
    {
        switch (outdated)
        {
            case NodeHint.ChannelOutdated { Channel: var channel }:
                knownChannels.Forget(channel);
                break;
            case NodeHint.AllChannelsOutdated:
                knownChannels.ForgetAll();
                break;
            case NodeHint.AgentsOutdated:
                knownAgents.ForgetAll();
                break;
            case NodeHint.KeysOutdated:
                knownKeys.ForgetAll();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(outdated), outdated, "Something in memory that nobody forgets.");
        }
    }

    private async Task MentionAsync(NodeHint.Mentioned mentioned)
    {
        try
        {
            if (Interlocked.Increment(ref _mentions) <= MostMentions) await feeds.MentionAsync(mentioned.Message, mentioned.Actors, CancellationToken.None);
        }
        catch (Exception)
        {
            // Told in passing: whoever was called finds it in the channel. That the database is away others say often enough.
        }
        finally
        {
            Interlocked.Decrement(ref _mentions);
        }
    }
}
