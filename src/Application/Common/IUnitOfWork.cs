using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>
/// Saves what a command's handler added and changed, all or nothing. Only <see cref="Behaviours.UnitOfWorkBehaviour{TRequest,TResponse}"/>
/// calls it: handlers never save.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>Saves everything in one transaction. Whatever the outcome, the unit is empty afterwards.</summary>
    Task<Commit> CommitAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what a run did that an exception ended.</summary>
    /// <returns>Stale when the database ended it for the sake of another, so that it may well succeed if run again; null when the exception means something else.</returns>
    Task<Commit?> BreakOffAsync(Exception exception, CancellationToken cancellationToken);

    /// <summary>Forgets what was added and changed; call it where a run ends without a commit.</summary>
    void Discard();
}

/// <summary>How a commit ended.</summary>
/// <param name="Outcome">Whether it is saved.</param>
/// <param name="Events">What the saved aggregates have to tell; empty unless saved.</param>
/// <param name="Error">Why it was refused; null unless refused.</param>
public sealed record Commit(CommitOutcome Outcome, IReadOnlyList<IDomainEvent> Events, Error? Error)
{
    public static readonly Commit Stale = new(CommitOutcome.Stale, [], null);

    public static Commit Saved(IReadOnlyList<IDomainEvent> events) => new(CommitOutcome.Saved, events, null);

    public static Commit Refused(Error error) => new(CommitOutcome.Refused, [], error);
}

public enum CommitOutcome
{
    Saved,

    /// <summary>A rule of the database says no, and would again: a name is taken, the disk is full.</summary>
    Refused,

    /// <summary>Somebody changed what the handler had read. To run it again is safe and may well succeed.</summary>
    Stale,
}
