using Eliza.Domain.Access;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class HostileKeyTests
{
    public static TheoryData<string> Hostile =>
    [
        "",
        " ",
        "_",
        "eliza",
        "eliza_",
        "eliza_service",
        "eliza_service_",
        "eliza_agent_",
        "eliza__" + new string('0', 46),
        "eliza_user_" + new string('0', 46),
        "eliza_0_" + new string('0', 46),
        "eliza_service_" + new string('0', 46),
        "eliza_service_" + new string('_', 46),
        "eliza_service_" + new string('\0', 46),
        "eliza_service_" + new string('\uFF10', 46),
        "eliza_service_" + new string('\uD83D', 46),
        "eliza_service_" + string.Concat(Enumerable.Repeat("🙂", 23)),
        "Eliza_service_" + KeyTexts.Service[14..],
        "\u0435liza_service_" + KeyTexts.Service[14..],
        "eliza_serv\u0131ce_" + KeyTexts.Service[14..],
        "eliza\u200B_service_" + KeyTexts.Service[14..],
        "Bearer " + KeyTexts.Service,
        KeyTexts.Service + "\n",
        KeyTexts.Service + "\0",
        KeyTexts.Service + KeyTexts.Service,
        KeyTexts.Service.Replace('c', '\u0441'),
        KeyTexts.Service.Replace('0', 'O'),
        "eliza_service_" + new string('a', 100 * 1024),
        new string('e', 100 * 1024),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void AnyQuestion_WhenTheTextIsHostile_IsAnsweredWithNothing(string text)
    {
        ApiKeyText.IsWellFormed(text).ShouldBeFalse();
        ApiKeyText.PrefixOf(text).ShouldBeEmpty();
        ApiKeyText.HashOf(text).ShouldMatch("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData(KeyTexts.Service, "eliza_service_abcDEF")]
    [InlineData(KeyTexts.OtherService, "eliza_service_000000")]
    [InlineData(KeyTexts.Agent, "eliza_agent_Zz9Yy8")]
    [InlineData(KeyTexts.OtherAgent, "eliza_agent_7Hq2mX")]
    public void PrefixOf_WhenAKeyOfOurs_ShowsItsKindAndSixCharacters(string key, string prefix)
    {
        ApiKeyText.PrefixOf(key).ShouldBe(prefix);
        prefix.Length.ShouldBeLessThanOrEqualTo(ApiKeyText.MaxPrefixLength);
    }

    [Theory]
    [InlineData("a-key-of-the-operators-own-making-0001")]
    [InlineData("eliza_service_with-a-start-like-ours-0")]
    public void PrefixOf_WhenTheOperatorsOwn_ShowsNothing(string key) => ApiKeyText.PrefixOf(key).ShouldBeEmpty();

    [Fact]
    public void HashOf_WhenTwoTextsDiffer_Differs() =>
        Hostile.Select(row => ApiKeyText.HashOf(row.Data)).ShouldBeUnique();
}
