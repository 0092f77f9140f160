using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Media;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.Application.Messages;

/// <summary>The one way in which a message enters a channel, whoever sends it: its mentions are found and what its files show, it is stored, agents are woken.</summary>
internal sealed class MessagePoster(IChannelDirectory channels, IMessageRepository messages, IMediaDescriptions media, IRunRouter router, IAgentWork work, TimeProvider time)
{
    /// <summary>Posts what somebody says. What an agent says goes on from the message that it is at work on, and is an answer to it.</summary>
    /// <param name="channel">Where; its author's rights were checked.</param>
    /// <param name="draft">What is said, but for its mentions and its place in a chain, which are found here.</param>
    /// <param name="addressee">The agent that it was sent to, whatever the channel's rules; null for none.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async Task<Message> PostAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken)
    {
        if (draft.AuthorKind is not ActorKind.Agent) return await StoreAsync(channel, draft, addressee, cancellationToken);

        // To answer an early message of a thread, or to end its work first, makes no chain shorter.
        var question = draft.InReplyTo ?? await FindPlaceAsync(channel, await work.FindQuestionAsync(draft.Author, channel.Id, cancellationToken), cancellationToken);
        var chain = await FindPlaceAsync(channel, await work.FindChainAsync(draft.Author, channel.Id, cancellationToken), cancellationToken);
        var message = await StoreAsync(channel, draft with { LinksBefore = Math.Max(question?.Links ?? 0, chain?.Links ?? 0) }, addressee, cancellationToken);
        if (question is not null) await work.AnswerAsync(draft.Author, question.MessageId, message.Id, cancellationToken);
        return message;
    }

    /// <summary>Posts what a run's end has an agent say: which run that is, its dispatcher knows.</summary>
    public async Task<Message> StoreAsync(ChannelEntry channel, MessageDraft draft, ActorId? addressee, CancellationToken cancellationToken)
    {
        var mentions = await FindMentionedAsync(channel.Id, draft.Content, cancellationToken);
        var links = Math.Max(draft.InReplyTo?.Links ?? 0, draft.LinksBefore);
        var files = await media.DescribeAsync(channel.Id, draft.Attachments, cancellationToken);
        var message = Message.Post(draft with { Mentions = mentions, Attachments = files, LinksBefore = links }, time.GetUtcNow());
        messages.Add(message);
        router.Route(message.Posted(), channel.Type, channel.Agents, addressee);
        return message;
    }

    private async Task<ThreadPlace?> FindPlaceAsync(ChannelEntry channel, MessageId? id, CancellationToken cancellationToken) =>
        id is null ? null : await messages.FindThreadPlaceAsync(channel.Id, id.Value, cancellationToken);

    /// <summary>The participants whom the content calls by name.</summary>
    public async Task<IReadOnlyList<ActorId>> FindMentionedAsync(ChannelId channel, MessageContent content, CancellationToken cancellationToken)
    {
        var handles = MentionHandles.In(content);
        if (handles.Count == 0) return [];

        var known = await channels.FindHandlesAsync(channel, [.. handles.SelectMany(spellings => spellings)], cancellationToken);
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
