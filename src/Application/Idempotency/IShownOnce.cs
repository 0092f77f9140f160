namespace Eliza.Application.Idempotency;

/// <summary>
/// A command whose answer holds a secret that is never shown again. Its stored answer is sealed, so that neither the
/// database nor anybody but the one who asked can read it.
/// </summary>
public interface IShownOnce;
