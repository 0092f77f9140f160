namespace Eliza.Application.Idempotency;

/// <summary>A command that does no harm when it is carried out again: a client may repeat it without a key.</summary>
public interface IRepeatable;
