using Eliza.Application.Access;
using Eliza.Application.Access.CreateApiKey;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class CreateApiKeyValidatorTests
{
    private const string Known = "messages:read, messages:write, channels:write, sessions:write";

    private static readonly CreateApiKeyCommand Service = new("back end", "service", null, null, null, null);

    private static readonly CreateApiKeyCommand Agent = Service with { Kind = "agent", AgentId = Ids.Eliza.Value };

    [Fact]
    public void Validate_WhenOnlyTheRequiredIsGiven_IsValid()
    {
        Problems(Service).ShouldBeEmpty();
        Problems(Agent).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_WhenNothingIsGiven_ReportsEveryRequiredField() => Problems(new CreateApiKeyCommand(null, null, null, null, null, null))
        .ShouldBe(["Name: Required field '{field}' is missing", "Kind: Required field '{field}' is missing"]);

    [Theory]
    [InlineData("")]
    [InlineData("Service")]
    [InlineData("AGENT")]
    [InlineData("user")]
    [InlineData("agent ")]
    public void Validate_WhenTheKindIsUnknown_SaysWhichThereAre(string kind) =>
        Problems(Service with { Kind = kind }).ShouldBe(["Kind: Field '{field}' must be one of service, agent"]);

    [Fact]
    public void Validate_WhenAnAgentsKeyNamesNoAgent_WantsIt()
    {
        Problems(Agent with { AgentId = null }).ShouldBe(["AgentId: Required field '{field}' is missing"]);
        Problems(Agent with { AgentId = "a b" }).ShouldBe(["AgentId: Field '{field}' must be 1 to 128 characters from A-Z a-z 0-9 . _ : @ -"]);
        Problems(Agent with { AgentId = "" }).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("")]
    public void Validate_WhenAServicesKeyNamesAnAgent_RefusesIt(string agent) =>
        Problems(Service with { AgentId = agent }).ShouldBe(["AgentId: Field '{field}' is for keys of the kind agent only"]);

    [Fact]
    public void Validate_WhenScopesAreListed_WantsEachToBeKnown()
    {
        Problems(Service with { Scopes = ["messages:read", "tokens:issue", "agents:write", "admin", "admin"] }).ShouldBeEmpty();
        Problems(Service with { Scopes = [] }).ShouldBe(["Scopes: Field '{field}' must name at least one scope"]);
        Problems(Service with { Scopes = ["messages:read", null, "Admin"] }).ShouldBe(
        [
            "Scopes[1]: Field '{field}' must be a string",
            $"Scopes[2]: Field '{{field}}' must be one of {Known}, agents:write, tokens:issue, admin",
        ]);
    }

    [Fact]
    public void Validate_WhenScopesAreListedForAnAgent_RefusesWhatManages()
    {
        Problems(Agent with { Scopes = Known.Split(", ") }).ShouldBeEmpty();
        Problems(Agent with { Scopes = ["admin", "messages:read", "tokens:issue", "agents:write", "*", null] }).ShouldBe(
        [
            "Scopes[5]: Field '{field}' must be a string",
            $"Scopes[4]: Field '{{field}}' must be one of {Known}, agents:write, tokens:issue, admin",
            $"Scopes[0]: Field '{{field}}' must be one of {Known} for an agent",
            $"Scopes[2]: Field '{{field}}' must be one of {Known} for an agent",
            $"Scopes[3]: Field '{{field}}' must be one of {Known} for an agent",
        ]);
    }

    [Theory]
    [InlineData(1L, true)]
    [InlineData(315_360_000L, true)]
    [InlineData(0L, false)]
    [InlineData(-1L, false)]
    [InlineData(315_360_001L, false)]
    [InlineData(long.MaxValue, false)]
    [InlineData(long.MinValue, false)]
    public void Validate_WhenItIsToExpire_AllowsTenYears(long seconds, bool valid) =>
        Problems(Service with { ExpiresInSeconds = seconds }).ShouldBe(valid ? [] : ["ExpiresInSeconds: Field '{field}' must be from 1 to 315360000"]);

    [Theory]
    [InlineData(null, true)]
    [InlineData(1L, true)]
    [InlineData(1_000_000L, true)]
    [InlineData(0L, false)]
    [InlineData(-1L, false)]
    [InlineData(1_000_001L, false)]
    [InlineData(4_294_967_297L, false)]
    [InlineData(long.MaxValue, false)]
    public void Validate_WhenItHasALimitOfItsOwn_AllowsAMillion(long? requests, bool valid) =>
        Problems(Service with { Limits = new ApiKeyLimits(requests) })
            .ShouldBe(valid ? [] : ["Limits.RequestsPerMinute: Field '{field}' must be from 1 to 1000000"]);

    [Fact]
    public void Validate_WhenEverythingIsWrong_ReportsAllTogether() =>
        Problems(new CreateApiKeyCommand(" ", "user", "x", ["x"], 0, new ApiKeyLimits(0)))
            .Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)])
            .ShouldBe(["Name", "Kind", "AgentId", "Scopes[0]", "ExpiresInSeconds", "Limits.RequestsPerMinute"]);

    private static List<string> Problems(CreateApiKeyCommand command) => Failures.Of(new CreateApiKeyCommandValidator(), command);
}
