using Eliza.Application.Access;
using Eliza.Application.Access.CreateApiKey;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class CreateApiKeyTests
{
    private static readonly CreateApiKeyCommand Service = new("back end", "service", null, null, null, null);

    private readonly FakeApiKeyRepository _keys = new();

    public static TheoryData<Scopes> AllButAdmin => [.. Enum.GetValues<Scopes>().Where(scope => scope is not Scopes.Admin), (Scopes)63];

    [Fact]
    public async Task Handle_WhenForAService_ShowsTheKeyOnceAndStoresItsHash()
    {
        var issued = (await HandleAsync(Service)).ShouldSucceed();

        var key = _keys.Keys.ShouldHaveSingleItem();
        ApiKeyText.IsWellFormed(issued.Key).ShouldBeTrue();
        key.Accepts(ApiKeyText.HashOf(issued.Key), Times.Now).ShouldBeTrue();
        (issued.Id, issued.Prefix, issued.Key[..20]).ShouldBe((key.Id.Value, key.Prefix, key.Prefix));
        (issued.Name, issued.Kind, issued.AgentId, issued.Limits, issued.ExpiresAt).ShouldBe(("back end", "service", null, null, null));
        issued.CreatedAt.ShouldBe(Times.Now.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Handle_WhenForAnAgent_IsTheAgentsKey()
    {
        var issued = (await HandleAsync(Service with { Kind = "agent", AgentId = Ids.Eliza.Value.ToUpperInvariant() })).ShouldSucceed();

        issued.Key.ShouldStartWith("eliza_agent_");
        (issued.Kind, issued.AgentId).ShouldBe(("agent", Ids.Eliza.Value));
        _keys.Keys.ShouldHaveSingleItem().AgentId.ShouldBe(Ids.Eliza);
    }

    [Fact]
    public async Task Handle_WhenScopesAreMissing_MayReadOnly() =>
        (await HandleAsync(Service)).ShouldSucceed().Scopes.ShouldBe(["messages:read"]);

    [Fact]
    public async Task Handle_WhenEverythingIsGiven_KeepsAllOfIt()
    {
        var issued = (await HandleAsync(Service with
        {
            Name = " back end ",
            Scopes = ["tokens:issue", "messages:write", "tokens:issue"],
            ExpiresInSeconds = 60,
            Limits = new ApiKeyLimits(1_000_000),
        })).ShouldSucceed();

        issued.Scopes.ShouldBe(["messages:write", "tokens:issue"]);
        (issued.Name, issued.ExpiresAt, issued.Limits).ShouldBe(("back end", Times.Now.AddMinutes(1).ToUnixTimeSeconds(), new ApiKeyLimits(1_000_000)));
        var key = _keys.Keys.ShouldHaveSingleItem();
        (key.Scopes, key.RequestsPerMinute, key.ExpiresAt).ShouldBe((Scopes.MessagesWrite | Scopes.TokensIssue, 1_000_000, Times.Now.AddMinutes(1)));
    }

    [Fact]
    public async Task Handle_WhenALimitIsNamedWithoutANumber_IsTheUsualOne()
    {
        (await HandleAsync(Service with { Limits = new ApiKeyLimits(null) })).ShouldSucceed().Limits.ShouldBeNull();

        _keys.Keys.ShouldHaveSingleItem().RequestsPerMinute.ShouldBeNull();
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("e112a000-0000-4000-8000-000000000009")]
    public async Task Handle_WhenThereIsNoSuchAgent_IsNotFoundAndStoresNothing(string agent)
    {
        var error = (await HandleAsync(Service with { Kind = "agent", AgentId = agent })).ShouldFail("Agent.NotFound");

        error.Details.ShouldBe($"Agent with ID '{agent}' does not exist");
        _keys.Keys.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AllButAdmin))]
    public async Task Handle_WhenTheCallerIsNoAdmin_IsForbiddenAndStoresNothing(Scopes scopes)
    {
        (await HandleAsync(Service, Callers.Service(scopes))).ShouldFail("Access.Forbidden");

        _keys.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheCallerIsAPersonAnAgentOrNobody_IsForbidden()
    {
        foreach (var caller in new[] { Callers.Ada, Callers.Eliza, null })
            (await HandleAsync(Service, caller)).ShouldFail("Access.Forbidden");
    }

    [Fact]
    public async Task ToString_OfWhatIsIssued_TellsNoSecret()
    {
        var issued = (await HandleAsync(Service)).ShouldSucceed();

        $"{issued}".ShouldNotContain(issued.Key[20..]);
        $"{FakeUserTokens.Token}".ShouldNotContain(FakeUserTokens.Token.Token);
    }

    private Task<Result<IssuedApiKey>> HandleAsync(CreateApiKeyCommand command) => HandleAsync(command, Callers.Operator);

    private Task<Result<IssuedApiKey>> HandleAsync(CreateApiKeyCommand command, Caller? caller) =>
        new CreateApiKeyCommandHandler(_keys, new FakeAgentDirectory(), caller.Calls(), new ManualTimeProvider())
            .Handle(command, TestContext.Current.CancellationToken);
}
