using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>The one way in which a message enters a channel, whoever sends it: its mentions are found, it is stored, agents are woken.</summary>
internal sealed class MessagePoster(IChannelDirectory channels, IMessageRepository messages, IRunRouter router, TimeProvider time)
{
    /// <param name="channel">Where; its author's rights were checked.</param>
    /// <param name="draft">What is said, but for its mentions and its place in a chain, which are found here.</param>
    /// <param name="addressee">The agent that it was sent to, whatever the channel's rules; null for none.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async Task<Message> PostAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken)
    {
        var mentions = await FindMentionedAsync(channel, draft.Content, cancellationToken);
        var message = Message.Post(draft with { Mentions = mentions, LinksBefore = draft.InReplyTo?.Links ?? draft.LinksBefore }, time.GetUtcNow());
        messages.Add(message);
        router.Route(message.Posted(), channel.Type, channel.Agents, addressee);
        return message;
    }

    private async Task<IReadOnlyList<ActorId>> FindMentionedAsync(ChannelEntry channel, MessageContent content, CancellationToken cancellationToken)
    {
        var handles = MentionHandles.In(content);
        if (handles.Count == 0) return [];

        var known = await channels.FindHandlesAsync(channel.Id, [.. handles.SelectMany(spellings => spellings)], cancellationToken);
        return [.. handles
            .Select(spellings => spellings.Select(spelling => Named(known, spelling)).FirstOrDefault(actor => actor is not null))
            .OfType<ActorId>()
            .Distinct()];
    }

    /// <summary>An id is unique in the channel and goes before a name, which may not be.</summary>
    private static ActorId? Named(IReadOnlyList<ParticipantHandle> known, string handle) =>
        (known.FirstOrDefault(participant => participant.ActorKey == handle)
            ?? known.FirstOrDefault(participant => participant.NameKey == handle))?.ActorId;
}
