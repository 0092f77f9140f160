using Eliza.Application.Access;
using Eliza.Domain.Access;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Access;

/// <summary>
/// The checksum lets one error in 62⁶ pass; of the fixed keys here it lets none, so each can be tried in every way that
/// people get a key wrong.
/// </summary>
public sealed class ApiKeyTypingErrorTests
{
    private const string Typable = ApiKeyText.Alphabet + " _-.+/=~é\u0410\uFF10\t\n\0";

    public static TheoryData<string> Keys => [.. KeyTexts.All];

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenAKeyOfOurs_IsTrue(string key) => ApiKeyText.IsWellFormed(key).ShouldBeTrue();

    [Theory]
    [InlineData(ApiKeyKind.Service)]
    [InlineData(ApiKeyKind.Agent)]
    public void IsWellFormed_WhenJustGenerated_IsTrue(ApiKeyKind kind) =>
        Enumerable.Range(0, 200).ShouldAllBe(_ => ApiKeyText.IsWellFormed(ApiKeyGenerator.Generate(kind)));

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenOneCharacterIsAnother_IsFalse(string key) => WellFormed(
        from place in Places(key)
        from other in Typable
        where other != key[place]
        select key[..place] + other + key[(place + 1)..]).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenOneCharacterIsMissing_IsFalse(string key) =>
        WellFormed(Places(key).Select(place => key.Remove(place, 1))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenOneCharacterIsTooMany_IsFalse(string key) => WellFormed(
        from place in Enumerable.Range(0, key.Length + 1)
        from other in Typable
        select key.Insert(place, $"{other}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenTwoNeighboursAreSwapped_IsFalse(string key) => WellFormed(
        from place in Places(key).Skip(1)
        where key[place] != key[place - 1]
        select $"{key[..(place - 1)]}{key[place]}{key[place - 1]}{key[(place + 1)..]}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Keys))]
    public void IsWellFormed_WhenALetterIsInTheOtherCase_IsFalse(string key) => WellFormed(
    [
        key.ToUpperInvariant(),
        key.ToLowerInvariant(),
        .. Places(key).Where(place => char.IsLetter(key[place])).Select(place => key[..place] + (char)(key[place] ^ 0x20) + key[(place + 1)..]),
    ]).ShouldBeEmpty();

    [Fact]
    public void IsWellFormed_WhenSaidToBeOfTheOtherKind_IsFalse() => WellFormed(
    [
        KeyTexts.Service.Replace("service", "agent", StringComparison.Ordinal),
        KeyTexts.Agent.Replace("agent", "service", StringComparison.Ordinal),
        KeyTexts.Agent.Replace("agent", "user", StringComparison.Ordinal),
    ]).ShouldBeEmpty();

    [Fact]
    public void IsWellFormed_WhenTwoHalvesAreOfTwoKeys_IsFalse() =>
        WellFormed([KeyTexts.Service[..34] + KeyTexts.OtherService[34..], KeyTexts.OtherAgent[..32] + KeyTexts.Agent[32..]]).ShouldBeEmpty();

    [Fact]
    public void IsWellFormed_WhenGivenAnyText_NeverThrowsAndIsFalse() =>
        Prop.ForAll<NonNull<string>>(text => !ApiKeyText.IsWellFormed(text.Get) && !ApiKeyText.IsWellFormed("eliza_agent_" + text.Get)).QuickCheckThrowOnFailure();

    private static IEnumerable<int> Places(string key) => Enumerable.Range(0, key.Length);

    private static List<string> WellFormed(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        all.ShouldNotBeEmpty();
        return [.. all.Where(ApiKeyText.IsWellFormed)];
    }
}
