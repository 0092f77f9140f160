namespace Eliza.Domain.Common;

/// <summary>An aggregate whose changes hang on the time: one that comes to be written too late is decided anew.</summary>
public interface ITimely
{
    /// <summary>What was decided last holds if it is written before then; null when it holds at any time.</summary>
    DateTimeOffset? HoldsUntil { get; }
}
