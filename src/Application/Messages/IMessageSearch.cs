using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Application.Messages;

/// <summary>Finds messages by their words, newest first, among those that the reader may read.</summary>
public interface IMessageSearch
{
    Task<FoundMessages> FindAsync(SearchCriteria criteria, CancellationToken cancellationToken);
}

/// <summary>What to look for; what is null does not matter.</summary>
/// <param name="Words">All of these words; the last may be the beginning of one.</param>
/// <param name="From">Not before then.</param>
/// <param name="To">Before then.</param>
/// <param name="Reader">Who takes part in private channels or does not; null for who may read everything.</param>
/// <param name="Limit">The most to find.</param>
/// <param name="Offset">How many to pass over.</param>
public sealed record SearchCriteria(
    SearchText? Words, ChannelId? Channel, ActorId? Author, DateTimeOffset? From, DateTimeOffset? To, ActorId? Reader, int Limit, int Offset)
{
    /// <summary>So many are counted at most, and passed over at most.</summary>
    public const int MaxTotal = 10_000;
}

/// <param name="Items">The messages, each with its channel's server.</param>
/// <param name="Total">How many there are, counted up to <see cref="SearchCriteria.MaxTotal"/>.</param>
public sealed record FoundMessages(IReadOnlyList<(Message Message, ServerId Server)> Items, long Total);
