using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What is wrong with a body is told all at once, and before anybody looks whether agent or session are there.</summary>
public sealed class SessionValidationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Ids = $"\"agentId\":\"{Api.Eliza}\",\"userId\":\"{Ada}\"";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("{}", "Required field 'agentId' is missing; Required field 'userId' is missing")]
    [InlineData($$"""{"userId":"{{Ada}}"}""", "Required field 'agentId' is missing")]
    [InlineData($$"""{"agentId":"{{Api.Eliza}}"}""", "Required field 'userId' is missing")]
    [InlineData($$"""{"agentId":null,"user_id":"{{Ada}}"}""", "Required field 'agentId' is missing")]
    [InlineData($$"""{"agentId":"eliza","userId":"{{Ada}}"}""", "'agentId' must be a UUID")]
    [InlineData($$"""{"agent_id":"eliza","user_id":"ada"}""", "'agent_id' must be a UUID; 'user_id' must be a UUID")]
    [InlineData($$"""{"agentId":7,"userId":["{{Ada}}"]}""", "'agentId'; 'userId'")]
    [InlineData($$"""{"agentId":"","userId":"{{Ada}}0"}""", "'agentId' must be a UUID; 'userId' must be a UUID")]
    public async Task Ids_ThatAreMissingOrWrong_AreToldTogether(string body, string details) => ShouldTell(await _api.PostRawAsync(Root, body), details);

    /// <summary>The field, its least and its greatest value, and a step beyond them.</summary>
    [Theory]
    [InlineData("timeoutMinutes", 5, 1440)]
    [InlineData("maxDurationMinutes", 30, 2880)]
    [InlineData("warningThresholdMinutes", 1, 2880)]
    public async Task Number_AtBothEndsOfItsRange_IsTakenAndNotBeyond(string field, double least, double most)
    {
        foreach (var value in new[] { least, most })
            (await CreateAsync($"\"{field}\":{Json(value)}")).ShouldBe(201).Json.GetProperty("timeoutConfig").GetProperty(field).GetDouble().ShouldBe(value);
        foreach (var value in new[] { least - 0.001, most + 0.001, 0, -1, 1e308 })
            ShouldTell(await CreateAsync($"\"{field}\":{Json(value)}"), $"'timeoutConfig.{field}' must be");
    }

    [Theory]
    [InlineData("timeoutMinutes", 5, 1440, "must be from 5 to 1440 minutes")]
    [InlineData("maxDurationMinutes", 30, 2880, "must be")]
    [InlineData("warningThresholdMinutes", 1, 2880, "must be from 1 to 2880 minutes")]
    public async Task Change_AtBothEndsOfTheRange_IsTakenAndNotBeyond(string field, double least, double most, string rule)
    {
        var session = await _api.OpenIdAsync();
        foreach (var value in new[] { most, least })
            (await _api.ChangeAsync(session, new Dictionary<string, double> { ["maxDurationMinutes"] = 2880, [field] = value })).ShouldBe(200);
        foreach (var value in new[] { least - 0.001, most + 0.001 })
            ShouldTell(await _api.ChangeAsync(session, new Dictionary<string, double> { [field] = value }), $"'{field}' {rule}");
    }

    [Theory]
    [InlineData("\"timeoutMinutes\":\"30\"", "'timeoutConfig.timeoutMinutes'")]
    [InlineData("\"timeoutMinutes\":true", "'timeoutConfig.timeoutMinutes'")]
    [InlineData("\"autoRenew\":\"yes\"", "'timeoutConfig.autoRenew'")]
    [InlineData("\"autoRenew\":1", "'timeoutConfig.autoRenew'")]
    [InlineData("\"maxDurationMinutes\":[720]", "'timeoutConfig.maxDurationMinutes'")]
    [InlineData("\"warning_threshold_minutes\":{}", "'timeoutConfig.warning_threshold_minutes'")]
    public async Task Field_OfAnotherType_IsToldForItsType(string field, string details) => ShouldTell(await CreateAsync(field), details);

    [Theory]
    [InlineData("[]")]
    [InlineData("30")]
    [InlineData("\"short\"")]
    public async Task TimeoutConfig_ThatIsNoObject_Returns400(string config) => ShouldTell(await _api.PostRawAsync(Root, $$"""{{{Ids}},"timeoutConfig":{{config}}}"""), "'timeoutConfig'");

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"timeoutMinutes":null,"autoRenew":null,"unknown":1}""")]
    public async Task TimeoutConfig_ThatSaysNothing_LeavesItToTheServer(string config) =>
        (await _api.PostRawAsync(Root, $$"""{{{Ids}},"timeoutConfig":{{config}}}""")).ShouldBe(201).Json.GetProperty("timeoutConfig").GetProperty("timeoutMinutes").GetDouble().ShouldBe(30);

    [Theory]
    [InlineData("\"text\"", "must be a JSON object")]
    [InlineData("[{}]", "must be a JSON object")]
    [InlineData("""{"with blank":1}""", "'metadata'")]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}""", "'metadata'")]
    public async Task Metadata_AgainstItsRules_Returns400(string metadata, string details) =>
        ShouldTell(await _api.PostRawAsync(Root, $$"""{{{Ids}},"metadata":{{metadata}}}"""), details);

    [Fact]
    public async Task Metadata_OfSixteenKilobytes_IsTakenAndNoByteMore()
    {
        static string Sized(int bytes) => $"{{{Ids},\"metadata\":{{\"a\":\"{new string('x', bytes - 8)}\"}}}}";
        (await _api.PostRawAsync(Root, Sized(16 * 1024))).ShouldBe(201);
        ShouldTell(await _api.PostRawAsync(Root, Sized(16 * 1024 + 1)), "'metadata' must be at most 16 KB");
    }

    [Fact]
    public async Task Everything_ThatIsWrongInOneBody_IsToldAsTheClientSpelledIt() => ShouldTell(
        await _api.PostRawAsync(Root, """
            {"agent_id":"x","metadata":7,"timeout_config":{"timeout_minutes":4,"autoRenew":"no","max_duration_minutes":3,"warningThresholdMinutes":0}}
            """),
        "'agent_id' must be a UUID; Required field 'userId' is missing; 'metadata' must be a JSON object; 'timeout_config.timeout_minutes' must be from 5 to 1440 minutes; "
        + "'timeout_config.autoRenew'; 'timeout_config.max_duration_minutes' must be from 5 to 2880 minutes; 'timeout_config.max_duration_minutes' must be at least the timeout; "
        + "'timeout_config.warningThresholdMinutes' must be from 1 to 2880 minutes");

    [Fact]
    public async Task MaxDuration_BelowTheTimeout_Returns400BeforeAnythingIsLookedFor()
    {
        var body = new { agentId = Guid.Empty, userId = Ada, timeoutConfig = new { timeoutMinutes = 60, maxDurationMinutes = 59.9 } };
        ShouldTell(await _api.PostAsync(Root, body), "'timeoutConfig.maxDurationMinutes' must be at least the timeout");
        ShouldTell(await _api.ChangeAsync(Guid.Empty, body.timeoutConfig), "'maxDurationMinutes' must be at least the timeout");

        (await CreateAsync("\"timeoutMinutes\":60,\"maxDurationMinutes\":60")).ShouldBe(201);
    }

    [Fact]
    public async Task MaxDuration_BelowTheTimeoutThatCountsAlready_Returns400()
    {
        ShouldTell(await CreateAsync("\"maxDurationMinutes\":29"), "'timeoutConfig.maxDurationMinutes' must be at least the timeout, which is 30 minutes");
        var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 7.5 });
        ShouldTell(await _api.ChangeAsync(session, new { maxDurationMinutes = 7 }), "'maxDurationMinutes' must be at least the timeout, which is 7.5 minutes");
    }

    /// <summary>Each part of what should be told is there.</summary>
    private static void ShouldTell(Answer answer, string details)
    {
        answer.ShouldBeError(400, "VALIDATION_ERROR");
        foreach (var part in details.Split("; ")) answer.Details.ShouldContain(part);
        answer.Details.Split("; ").Length.ShouldBe(details.Split("; ").Length, answer.Details);
    }

    private Task<Answer> CreateAsync(string config) => _api.PostRawAsync(Root, $"{{{Ids},\"timeoutConfig\":{{{config}}}}}");

    private static string Json(double number) => JsonSerializer.Serialize(number);
}
