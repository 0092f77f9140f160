using System.Security.Cryptography;
using System.Text;
using Eliza.Application.Access;
using Eliza.Domain.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ApiKeyTextTests
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int ChecksumLength = 6;

    [Theory]
    [InlineData(ApiKeyKind.Service, "service")]
    [InlineData(ApiKeyKind.Agent, "agent")]
    public void Generate_WhenOfAKind_HasItsStartFortyRandomAndSixOfChecksum(ApiKeyKind kind, string name) =>
        ApiKeyGenerator.Generate(kind).ShouldMatch($"^eliza_{name}_[0-9A-Za-z]{{46}}$");

    [Fact]
    public void Generate_WhenRead_EndsInAChecksumOfAllBeforeIt()
    {
        var key = ApiKeyGenerator.Generate(ApiKeyKind.Service);

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(key[..^ChecksumLength]));
        key[^ChecksumLength..].ShouldBe(string.Concat(hash.Take(ChecksumLength).Select(part => Base62[part % Base62.Length])));
    }

    [Theory]
    [InlineData(KeyTexts.Agent, false, true)]
    [InlineData(KeyTexts.Service, true, false)]
    [InlineData("eliza_agent_", false, true)]
    [InlineData("ELIZA_AGENT_", false, false)]
    [InlineData(" eliza_agent_", false, false)]
    [InlineData("", false, false)]
    public void IsOf_AKind_GoesByTheStartAlone(string text, bool isService, bool isAgent) =>
        (ApiKeyText.IsOf(ApiKeyKind.Service, text), ApiKeyText.IsOf(ApiKeyKind.Agent, text)).ShouldBe((isService, isAgent));

    [Fact]
    public void Generate_WhenCalledOften_NeverRepeatsItself() =>
        Enumerable.Range(0, 1000).Select(_ => ApiKeyGenerator.Generate(ApiKeyKind.Service)).ShouldBeUnique();
}
