namespace Eliza.Domain.Messages;

/// <summary>Where a page of history ends or begins: at a place in the order of messages, itself not on the page.</summary>
/// <param name="Sequence">The place.</param>
/// <param name="Moment">
/// When the bound is a moment: only what was said before it, or from it on, is on the page. Messages that come at once may
/// be stored in another order than their times, so the place alone would take too few or too many.
/// </param>
public sealed record HistoryBound(long Sequence, DateTimeOffset? Moment = null);
