using Eliza.Application.Access;
using Eliza.Application.Access.RevokeApiKey;
using Eliza.Application.Access.RotateApiKey;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ChangeApiKeyTests
{
    private readonly FakeApiKeyRepository _keys = new();
    private readonly ApiKey _key = new ApiKeyBuilder { Scopes = Scopes.TokensIssue, RequestsPerMinute = 7, CreatedAt = Times.Now.AddDays(-1) }.Build();

    public ChangeApiKeyTests() => _keys.Add(_key);

    public static TheoryData<string> NoKeys => ["", "x", "c0000000-0000-7000-8000-000000000001", KeyTexts.Service];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Id => _key.Id.ToString();

    [Fact]
    public async Task Rotate_WhenValid_ShowsTheNewKeyAndKeepsTheRest()
    {
        var issued = (await RotateAsync(new RotateApiKeyCommand(Id.ToUpperInvariant(), null, null))).ShouldSucceed();

        Accepts(issued.Key).ShouldBeTrue();
        Accepts(KeyTexts.Service).ShouldBeFalse();
        issued.Key.ShouldStartWith(issued.Prefix);
        (issued.Id, issued.Name, issued.Kind, issued.Limits).ShouldBe((_key.Id.Value, "back end", "service", new ApiKeyLimits(7)));
        issued.Scopes.ShouldBe(["tokens:issue"]);
        (issued.CreatedAt, issued.ExpiresAt).ShouldBe((Times.Now.AddDays(-1).ToUnixTimeSeconds(), null));
        _keys.Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Rotate_WhenWithGraceAndLifetime_TakesBothKeysForAWhile()
    {
        var issued = (await RotateAsync(new RotateApiKeyCommand(Id, 60, 3600))).ShouldSucceed();

        issued.ExpiresAt.ShouldBe(Times.Now.AddHours(1).ToUnixTimeSeconds());
        Accepts(issued.Key).ShouldBeTrue();
        Accepts(KeyTexts.Service).ShouldBeTrue();
        _key.PreviousUntil.ShouldBe(Times.Now.AddMinutes(1));
    }

    [Fact]
    public async Task Rotate_WhenAnAgentsKey_StaysAnAgentsKey()
    {
        var key = new ApiKeyBuilder { Text = KeyTexts.Agent, AgentId = Ids.Eliza }.Build();
        _keys.Add(key);

        var issued = (await RotateAsync(new RotateApiKeyCommand(key.Id.ToString(), null, null))).ShouldSucceed();

        issued.Key.ShouldStartWith("eliza_agent_");
        (issued.Kind, issued.AgentId).ShouldBe(("agent", Ids.Eliza.Value));
    }

    [Fact]
    public async Task Rotate_WhenItHasEnded_IsAConflict()
    {
        (await RevokeAsync(Id)).ShouldSucceed();

        (await RotateAsync(new RotateApiKeyCommand(Id, null, null))).ShouldFail("ApiKey.Ended");
    }

    [Fact]
    public async Task Revoke_WhenTwice_TellsTheFirstTimeAndEndsIt()
    {
        var first = (await RevokeAsync(Id)).ShouldSucceed();
        var second = (await RevokeAsync(Id)).ShouldSucceed();

        first.RevokedAt.ShouldBe(Times.Now.ToUnixTimeSeconds());
        second.RevokedAt.ShouldBe(first.RevokedAt);
        Accepts(KeyTexts.Service).ShouldBeFalse();
        _keys.Keys.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Revoke_WhenTheOperatorsOwn_EndsIt()
    {
        var key = ApiKey.Bootstrap(KeyTexts.OtherService, Times.Now);
        _keys.Add(key);

        (await RevokeAsync(ApiKey.BootstrapId.ToString())).ShouldSucceed().Name.ShouldBe("bootstrap");

        key.Accepts(ApiKeyText.HashOf(KeyTexts.OtherService), Times.Now).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(NoKeys))]
    public async Task Either_WhenThereIsNoSuchKey_IsNotFoundByTheClientsSpelling(string id)
    {
        (await RotateAsync(new RotateApiKeyCommand(id, null, null))).ShouldFail("ApiKey.NotFound").Details.ShouldBe($"API key with ID '{id}' does not exist");
        (await RevokeAsync(id)).ShouldFail("ApiKey.NotFound").Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task Either_WhenTheCallerIsNoAdmin_IsForbiddenAndChangesNothing()
    {
        foreach (var caller in new[] { Callers.Service((Scopes)63), Callers.Ada, Callers.Eliza, null })
        {
            (await RotateAsync(new RotateApiKeyCommand(Id, null, null), caller)).ShouldFail("Access.Forbidden");
            (await RevokeAsync(Id, caller)).ShouldFail("Access.Forbidden");
        }

        Accepts(KeyTexts.Service).ShouldBeTrue();
    }

    private bool Accepts(string text) => _key.Accepts(ApiKeyText.HashOf(text), Times.Now);

    private Task<Result<IssuedApiKey>> RotateAsync(RotateApiKeyCommand command) => RotateAsync(command, Callers.Operator);

    private Task<Result<IssuedApiKey>> RotateAsync(RotateApiKeyCommand command, Caller? caller) =>
        new RotateApiKeyCommandHandler(_keys, caller.Calls(), new ManualTimeProvider()).Handle(command, Token);

    private Task<Result<ApiKeyResponse>> RevokeAsync(string id) => RevokeAsync(id, Callers.Operator);

    private Task<Result<ApiKeyResponse>> RevokeAsync(string id, Caller? caller) =>
        new RevokeApiKeyCommandHandler(_keys, caller.Calls(), new ManualTimeProvider(), Mapping.Mapper).Handle(new RevokeApiKeyCommand(id), Token);
}
