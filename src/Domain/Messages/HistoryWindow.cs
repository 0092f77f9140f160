namespace Eliza.Domain.Messages;

/// <summary>A part of a channel's history, bounded by stamps that themselves are not in it.</summary>
/// <param name="Before">Only what is older; null for up to the newest.</param>
/// <param name="After">Only what is newer; null for back to the oldest.</param>
public sealed record HistoryWindow(long? Before, long? After)
{
    /// <summary>Whether its pages lead from old to new: they do where the lower bound alone is given. Else they lead back from the newest.</summary>
    public bool LeadsOn => After is not null && Before is null;
}
