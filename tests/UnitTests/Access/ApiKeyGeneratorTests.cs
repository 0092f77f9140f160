using System.Security.Cryptography;
using System.Text;
using Eliza.Infrastructure.Access;

namespace Eliza.UnitTests.Access;

public sealed class ApiKeyGeneratorTests
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int ChecksumLength = 6;

    [Theory]
    [InlineData("service")]
    [InlineData("agent")]
    public void Generate_WhenOfAKind_HasItsPrefixThirtyTwoRandomAndSixOfChecksum(string kind) =>
        ApiKeyGenerator.Generate(kind).ShouldMatch($"^eliza_{kind}_[0-9A-Za-z]{{38}}$");

    [Fact]
    public void Generate_WhenRead_EndsInAChecksumOfAllBeforeIt()
    {
        var key = ApiKeyGenerator.Generate("service");

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(key[..^ChecksumLength]));
        key[^ChecksumLength..].ShouldBe(string.Concat(hash.Take(ChecksumLength).Select(part => Base62[part % Base62.Length])));
    }

    [Fact]
    public void Generate_WhenCalledOften_NeverRepeatsItself() =>
        Enumerable.Range(0, 1000).Select(_ => ApiKeyGenerator.Generate("service")).ShouldBeUnique();
}
