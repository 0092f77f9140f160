namespace Eliza.Application.Idempotency;

/// <summary>A command that a client may repeat under the same key: it is carried out once, and answered the same each time.</summary>
public interface IIdempotent;
