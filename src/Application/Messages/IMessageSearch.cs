using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Application.Messages;

/// <summary>Finds messages by their words, newest first, among those that the reader may read. See <see cref="SearchCriteria.MaxReach"/>.</summary>
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

    /// <summary>
    /// So many of the newest messages are looked through where neither words nor a channel are given, and of those that hold the words where
    /// they are, so that no search costs more, however many there are. A database may look through more, or, where no index knows
    /// words, through the newest messages whether they hold them or not. What was said in a channel is found however old it is.
    /// </summary>
    public const int MaxReach = 10_000;

    /// <summary>Whether whatever holds the words is wanted, wherever it was said, by whom and when.</summary>
    public bool IsOfWordsAlone => this is { Words: not null, Channel: null, Author: null, From: null, To: null, Reader: null };
}

/// <param name="Items">The messages, each with its channel's server.</param>
/// <param name="Total">How many there are, counted up to <see cref="SearchCriteria.MaxTotal"/>.</param>
public sealed record FoundMessages(IReadOnlyList<(Message Message, ServerId Server)> Items, long Total);
