using System.Buffers.Text;
using Eliza.Infrastructure.Access;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Access;

public sealed class GarbledTokenTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly UserTokens Tokens = new UserTokensBuilder().Build();

    private static readonly Arbitrary<string> Soup = Gen.Elements(
            ".", "e", "eyJhbGciOiJIUzI1NiJ9", TokenBuilder.Part("{}"), TokenBuilder.Part("""{"sub":"ada","exp":4000000000}"""), "=", "+", "-", "_", " ", "\0", "é", "\ud800", "A", "==")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    private static readonly Arbitrary<string> JsonSoup = Gen.Elements(
            "{", "}", "[", "]", ":", ",", "\"", "\"sub\":\"ada\"", "\"exp\":4000000000", "\"exp\":", "\"name\":\"\\ud800\"", "\"aud\":", "\"iss\":", "1e999", "-1", "null", "true", "\\", "é")
        .ListOf().Select(parts => "{" + string.Concat(parts) + "}").ToArbitrary();

    /// <summary>Every place, every character: no bit of a token is without meaning, those at the end of a part included.</summary>
    [Fact]
    public void Read_WhenAnyCharacterIsAnother_Refuses()
    {
        var token = new TokenBuilder().Build();
        Refuses(token).ShouldBeFalse();

        for (var place = 0; place < token.Length; place++)
        {
            foreach (var character in Alphabet + "=+/. \n\0é")
            {
                if (character == token[place]) continue;
                var changed = token[..place] + character + token[(place + 1)..];
                Refuses(changed).ShouldBeTrue(changed);
            }
        }
    }

    [Fact]
    public void Read_WhenAnyCharacterIsMissingOrTwice_Refuses()
    {
        var token = new TokenBuilder().Build();

        for (var place = 0; place < token.Length; place++)
        {
            Refuses(token.Remove(place, 1)).ShouldBeTrue();
            Refuses(token.Insert(place, token[place..(place + 1)])).ShouldBeTrue();
        }
    }

    [Fact]
    public void Read_WhenGivenAnyText_RefusesAndNeverThrows()
    {
        Prop.ForAll<NonNull<string>>(text => Refuses(text.Get)).QuickCheckThrowOnFailure();
        Prop.ForAll(Soup, Refuses).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_WhenGivenAnyBytes_RefusesAndNeverThrows() =>
        Prop.ForAll<byte[], byte[], byte[]>((header, claims, signature) =>
                Refuses($"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}.{Base64Url.EncodeToString(signature)}"))
            .QuickCheckThrowOnFailure();

    /// <summary>Whoever holds the key may sign nonsense.</summary>
    [Fact]
    public void Read_WhenNonsenseIsSigned_NeverThrows()
    {
        Prop.ForAll(JsonSoup, claims => Refuses(new TokenBuilder().BuildWith(claims)) || true).QuickCheckThrowOnFailure();
        Prop.ForAll(JsonSoup, header => Refuses(new TokenBuilder { Header = header }.Build()) || true).QuickCheckThrowOnFailure();
        Refuses(new TokenBuilder().BuildWith($$"""{"sub":"ada","exp":{{TokenBuilder.Now}},"name":"\ud800"}""")).ShouldBeOneOf(true, false);
    }

    /// <summary>What needs no authority is answered at once.</summary>
    private static bool Refuses(string text)
    {
        var read = Tokens.ReadAsync(text, CancellationToken.None);
        read.IsCompletedSuccessfully.ShouldBeTrue(text);
        return read.Result.Error?.Code == "Access.InvalidCredential";
    }
}
