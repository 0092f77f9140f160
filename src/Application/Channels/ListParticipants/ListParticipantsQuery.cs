using Eliza.Application.Common;

namespace Eliza.Application.Channels.ListParticipants;

/// <summary>A page of those who take part in a channel, people and agents, in the order in which they joined.</summary>
public sealed record ListParticipantsQuery(string ChannelId, int? Limit, int? Offset) : IQuery<Page<ParticipantResponse>>, IPagedQuery;
