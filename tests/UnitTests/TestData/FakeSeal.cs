using Eliza.Application.Idempotency;

namespace Eliza.UnitTests.TestData;

/// <summary>Writes the credential in front and the answer backwards.</summary>
internal sealed class FakeSeal : IAnswerSeal
{
    public char Credential { get; set; } = 'A';

    public string Seal(string answer) => Credential + Reversed(answer);

    public string? Open(string sealedAnswer) => sealedAnswer[0] == Credential ? Reversed(sealedAnswer[1..]) : null;

    private static string Reversed(string text) => string.Concat(text.Reverse());
}
