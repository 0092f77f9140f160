using System.Text.Json.Serialization;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Feeds;
using Eliza.Application.Feeds.Payloads;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Something that one node did and that others may want to know at once. On the wire each is known by its short name, which stays what it
/// is: nodes of different versions run side by side during an upgrade, and pass over what they cannot read.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(HistoryWentOn), "history")]
[JsonDerivedType(typeof(Told), "told")]
[JsonDerivedType(typeof(WorkBegan), "began")]
[JsonDerivedType(typeof(WorkEnded), "ended")]
[JsonDerivedType(typeof(AllWorkEnded), "all-ended")]
[JsonDerivedType(typeof(RightsChanged), "rights")]
[JsonDerivedType(typeof(Mentioned), "mention")]
[JsonDerivedType(typeof(TopicGiven), "topic")]
[JsonDerivedType(typeof(ChannelOutdated), "channel")]
[JsonDerivedType(typeof(AllChannelsOutdated), "channels")]
[JsonDerivedType(typeof(AgentsOutdated), "agents")]
[JsonDerivedType(typeof(KeysOutdated), "keys")]
[JsonDerivedType(typeof(DraftWentOn), "draft")]
[JsonDerivedType(typeof(DraftEnded), "draft-ended")]
[JsonDerivedType(typeof(RunsMayBegin), "runs")]
internal abstract record NodeHint
{
    /// <summary>About how many bytes it takes on the wire; rather too many than too few.</summary>
    public virtual int Size => 300;

    /// <summary>
    /// Whether it only says where to look: while one waits to be told, an equal one adds nothing, for whoever hears the first looks when
    /// both have happened.
    /// </summary>
    public virtual bool SaysWhereToLook => false;

    /// <summary>See <see cref="IFeedNotifier.Wake"/>.</summary>
    public sealed record HistoryWentOn(ChannelId Channel) : NodeHint
    {
        public override bool SaysWhereToLook => true;
    }

    /// <summary>See <see cref="IFeedNotifier.Tell"/>.</summary>
    public sealed record Told(ChannelId Channel, string Name, ChannelPayload Payload, SessionId? Ended) : NodeHint
    {
        public override int Size => 1_000;
    }

    /// <summary>See <see cref="IFeedNotifier.BeginWork"/>.</summary>
    public sealed record WorkBegan(Question Question) : NodeHint;

    /// <summary>See <see cref="IFeedNotifier.EndWork"/>.</summary>
    public sealed record WorkEnded(Question Question, AgentRunId Run, bool HasFailed) : NodeHint;

    /// <summary>See <see cref="IFeedNotifier.EndAllWork"/>.</summary>
    public sealed record AllWorkEnded(ActorId Agent) : NodeHint;

    /// <summary>See <see cref="IFeedNotifier.Recheck"/>.</summary>
    public sealed record RightsChanged(ActorId Actor) : NodeHint
    {
        public override bool SaysWhereToLook => true;
    }

    /// <summary>See <see cref="IFeedNotifier.MentionAsync"/>.</summary>
    public sealed record Mentioned(MessageId Message, IReadOnlyList<ActorId> Actors) : NodeHint
    {
        public override int Size => 200 + (Actors.Count * (ActorId.MaxLength + 3));
    }

    /// <summary>See <see cref="IHints.Give"/>.</summary>
    public sealed record TopicGiven(string Topic) : NodeHint
    {
        public override bool SaysWhereToLook => true;
    }

    /// <summary>What nodes keep in memory is to be asked for anew. Told ahead of all else that waits, for that may make others ask.</summary>
    public abstract record Outdated : NodeHint
    {
        public override int Size => 70;
    }

    public sealed record ChannelOutdated(ChannelId Channel) : Outdated;

    public sealed record AllChannelsOutdated : Outdated;

    public sealed record AgentsOutdated : Outdated;

    public sealed record KeysOutdated : Outdated;

    /// <summary>See <see cref="IReplyDrafts.Append"/>.</summary>
    /// <param name="After">How much of the draft there was before, in UTF-16 code units: who does not have all of that cannot go on from it.</param>
    public sealed record DraftWentOn(Question Question, MessageId Answer, int Attempt, int After, string Piece) : NodeHint
    {
        public override int Size => 400 + (3 * Piece.Length);
    }

    /// <summary>See <see cref="IReplyDrafts.End"/>.</summary>
    public sealed record DraftEnded(Question Question, int Attempt) : NodeHint;

    /// <summary>A run may begin in the conversation for which the node that tells it has no hands free, or which it gave back at its stop.</summary>
    public sealed record RunsMayBegin(Conversation Conversation) : NodeHint
    {
        public override bool SaysWhereToLook => true;
    }
}
