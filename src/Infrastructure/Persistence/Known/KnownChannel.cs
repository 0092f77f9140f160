using Eliza.Domain.Channels;
using Eliza.Domain.Servers;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>What it takes to post to a channel, as it was at a revision, see <see cref="Persistence.Revision.OfChannel"/>.</summary>
internal sealed record KnownChannel(ChannelId Id, ServerId ServerId, ChannelType Type, bool IsPrivate, long Revision);
