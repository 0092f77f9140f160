using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class CharacterFieldsTests
{
    [Fact]
    public void Gather_WhenFieldsAreOursOrSecret_LeavesThemOutInAnyCase()
    {
        var gathered = CharacterFields.Gather(
            Fields("""{"Name":1,"STATUS":1,"secrets":{},"settings":{},"webhookSecret":1,"Character":1,"bio":"b"}"""),
            Fields("""{"Model":1,"secrets":{"k":1},"WebhookUrl":1,"SessionAutoRenew":1,"voice":"low"}"""));

        gathered!.Value.GetRawText().ShouldBe("""{"bio":"b","settings":{"voice":"low"}}""");
        CharacterFields.Gather(Fields("""{"id":1}"""), Fields("{}")).ShouldBeNull();
    }

    [Fact]
    public void Merge_WhenSomeFieldsAreTold_KeepsTheOthersAndTheOtherSettings()
    {
        var before = Kept("""{"bio":"old","topics":["a"],"settings":{"voice":"low","speed":1}}""");

        CharacterFields.Merge(before, TestJson.Parse("""{"bio":"new","settings":{"voice":"high"}}""")).ShouldSucceed().Json
            .ShouldBe("""{"bio":"new","topics":["a"],"settings":{"voice":"high","speed":1}}""");
        CharacterFields.Merge(before, null).ShouldSucceed().ShouldBe(before);
        CharacterFields.Merge(Metadata.Empty, TestJson.Parse("""{"bio":"new"}""")).ShouldSucceed().Json.ShouldBe("""{"bio":"new"}""");
    }

    [Fact]
    public void Merge_WhenTooLarge_Fails() =>
        CharacterFields.Merge(Kept($$"""{"a":"{{new string('x', 9000)}}"}"""), TestJson.Parse($$"""{"b":"{{new string('x', 9000)}}"}""")).ShouldFail("Metadata.TooLarge");

    [Fact]
    public void Map_WhenItHasACharacter_ShowsItBesideItsOwnFields()
    {
        var draft = new AgentDraft(
            DisplayName.From("Parry"), AgentKind.Webhook, ReplyPolicy.Always, new AgentSettings { Model = "m", WebhookUrl = "https://x.example/" },
            Kept("""{"bio":"b","settings":{"voice":"low"}}"""));

        var response = Mapping.Mapper.Map<AgentResponse>(Agent.Create(Ids.OtherAgent, draft, isActive: false, "whsec_hush", Times.Now));

        var json = JsonSerializer.SerializeToElement(response, JsonSerializerOptions.Web);
        json.GetProperty("bio").GetString().ShouldBe("b");
        json.GetProperty("settings").GetProperty("voice").GetString().ShouldBe("low");
        json.GetProperty("settings").GetProperty("model").GetString().ShouldBe("m");
        (json.GetProperty("status").GetString(), json.GetProperty("enabled").GetBoolean(), json.GetProperty("replyPolicy").GetString()).ShouldBe(("inactive", false, "always"));
        json.GetRawText().ShouldNotContain("whsec_");
        (response with { IssuedSecret = "whsec_hush" }).ToString().ShouldBe("AgentResponse agent-2");
    }

    [Fact]
    public void ForStrangers_WhenItIsInstructedAndHasASecretAmongItsSettings_ShowsNeitherButTheRest()
    {
        var draft = new AgentDraft(
            DisplayName.From("Parry"), AgentKind.Webhook, ReplyPolicy.Always,
            new AgentSettings { System = "Be kind.", Model = "m", WebhookUrl = "https://x.example/?key=1" }, Kept("""{"bio":"b","settings":{"API_KEY":"hush"}}"""));
        var response = Mapping.Mapper.Map<AgentResponse>(Agent.Create(Ids.OtherAgent, draft, isActive: true, "whsec_hush", Times.Now));

        var full = JsonSerializer.Serialize(response, JsonSerializerOptions.Web);
        var shown = JsonSerializer.Serialize(response.ForStrangers(), JsonSerializerOptions.Web);

        foreach (var own in new[] { "Be kind.", "x.example", "API_KEY", "hush" })
        {
            full.ShouldContain(own);
            shown.ShouldNotContain(own);
        }
        JsonElement.Parse(shown).GetProperty("bio").GetString().ShouldBe("b");
        JsonElement.Parse(shown).GetProperty("settings").GetProperty("model").GetString().ShouldBe("m");
    }

    [Fact]
    public void Map_WhenItSaysHowLongSessionsLast_ShowsItInMinutes()
    {
        var settings = new AgentSettings { SessionTimeouts = SessionTimeoutChoice.OfMinutes(7.5, 60, 2, autoRenew: false) };

        var shown = SettingsShown(settings, "{}");

        (shown.GetProperty("sessionTimeoutMinutes").GetDouble(), shown.GetProperty("sessionMaxDurationMinutes").GetDouble()).ShouldBe((7.5, 60));
        (shown.GetProperty("sessionWarningThresholdMinutes").GetDouble(), shown.GetProperty("sessionAutoRenew").GetBoolean()).ShouldBe((2, false));
        SettingsShown(AgentSettings.None, "{}").GetProperty("sessionTimeoutMinutes").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Map_WhenAnOlderCharacterHasAFieldThatIsOursByNow_ShowsItOnce()
    {
        const string older = """{"settings":{"sessionTimeoutMinutes":"soon","voice":"low"}}""";

        var shown = SettingsShown(new AgentSettings { SessionTimeouts = SessionTimeoutChoice.OfMinutes(5, null, null, null) }, older);

        shown.EnumerateObject().Count(field => field.Name == "sessionTimeoutMinutes").ShouldBe(1);
        (shown.GetProperty("sessionTimeoutMinutes").GetDouble(), shown.GetProperty("voice").GetString()).ShouldBe((5, "low"));
        CharacterFields.Merge(Kept(older), TestJson.Parse("""{"settings":{"voice":"high"}}""")).ShouldSucceed().Json.ShouldBe("""{"settings":{"voice":"high"}}""");
    }

    private static JsonElement SettingsShown(AgentSettings settings, string character)
    {
        var draft = new AgentDraft(DisplayName.From("Parry"), AgentKind.Remote, ReplyPolicy.Mention, settings, Metadata.FromTrusted(character));
        var response = Mapping.Mapper.Map<AgentResponse>(Agent.Create(Ids.OtherAgent, draft, isActive: true, null, Times.Now));
        return JsonSerializer.SerializeToElement(response, JsonSerializerOptions.Web).GetProperty("settings");
    }

    private static Metadata Kept(string json) => Metadata.Create(TestJson.Parse(json)).ShouldSucceed();

    private static Dictionary<string, JsonElement> Fields(string json) => TestJson.Parse(json).EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
}
