using System.Text;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Access;

namespace Eliza.UnitTests.Access;

public sealed class CredentialSealTests
{
    private const string Answer = """{"key":"eliza_service_secret"}""";

    private readonly CredentialSeal _seal = SealOf("Authorization", "Bearer one");

    [Fact]
    public void Open_WhenTheCredentialIsTheSame_IsTheAnswer()
    {
        foreach (var answer in new[] { Answer, "", "\0", "É 🙂", new string('x', 100 * 1024) }) _seal.Open(_seal.Seal(answer)).ShouldBe(answer);
    }

    [Fact]
    public void Open_WhenTheSameCredentialComesAnotherWay_IsTheAnswer()
    {
        SealOf("Authorization", "bearer   one").Open(_seal.Seal(Answer)).ShouldBe(Answer);
        SealOf("X-API-Key", "one").Open(_seal.Seal(Answer)).ShouldBe(Answer);
    }

    [Theory]
    [InlineData("Bearer two")]
    [InlineData("Bearer On")]
    [InlineData("Bearer ONE")]
    [InlineData("Bearer one.")]
    [InlineData("Bearer one one")]
    public void Open_WhenTheCredentialIsAnother_IsNothing(string authorization) => SealOf("Authorization", authorization).Open(_seal.Seal(Answer)).ShouldBeNull();

    [Fact]
    public void Open_WhenAnyByteWasTamperedWith_IsNothing()
    {
        var bytes = Convert.FromBase64String(_seal.Seal(Answer));
        for (var place = 0; place < bytes.Length; place++)
        {
            var tampered = bytes.ToArray();
            tampered[place] ^= 1;
            Open(tampered).ShouldBeNull();
        }
    }

    [Fact]
    public void Open_WhenBytesAreMissingOrTooMany_IsNothing()
    {
        var bytes = Convert.FromBase64String(_seal.Seal(Answer));

        Open(bytes[..^1]).ShouldBeNull();
        Open([.. bytes, 0]).ShouldBeNull();
        Open(bytes[..^Answer.Length]).ShouldBeNull();
    }

    [Fact]
    public void Seal_WhenTwice_TakesANonceEachTime()
    {
        var seals = Enumerable.Range(0, 100).Select(_ => _seal.Seal(Answer)).ToList();

        seals.ShouldBeUnique();
        seals.Select(text => text[..16]).ShouldBeUnique();
    }

    [Fact]
    public void Seal_WhenRead_ShowsNothingOfTheAnswer()
    {
        var text = Encoding.Latin1.GetString(Convert.FromBase64String(_seal.Seal(Answer)));

        text.ShouldNotContain("eliza");
    }

    private string? Open(byte[] sealedAnswer) => _seal.Open(Convert.ToBase64String(sealedAnswer));

    private static CredentialSeal SealOf(string header, string value) => new(FakeHttpContextAccessor.With(header, value));
}
