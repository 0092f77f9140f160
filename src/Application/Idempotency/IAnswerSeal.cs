namespace Eliza.Application.Idempotency;

/// <summary>Seals answers with the credential of the present request, which the server does not keep.</summary>
public interface IAnswerSeal
{
    string Seal(string answer);

    /// <summary>The answer; null when it was sealed with another credential.</summary>
    string? Open(string sealedAnswer);
}
