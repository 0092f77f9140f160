namespace Eliza.Application.Idempotency;

/// <summary>
/// A command that hardly ever repeats another, so no look-up is spent to be sure: it is carried out, and the commit finds out whether its key
/// is taken. Only for commands that do nothing outside the unit of work, which is undone then, or after a failure.
/// </summary>
public interface IRarelyRepeated : IIdempotent;
