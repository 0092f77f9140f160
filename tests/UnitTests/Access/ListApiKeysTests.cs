using System.Text.Json;
using Eliza.Application.Access;
using Eliza.Application.Access.ListApiKeys;
using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ListApiKeysTests
{
    private static readonly ApiKey Newer = new ApiKeyBuilder
    {
        Text = KeyTexts.Agent,
        AgentId = Ids.Eliza,
        Lifetime = TimeSpan.FromHours(1),
        RequestsPerMinute = 7,
        CreatedAt = Times.Now.AddMinutes(1),
    }.Build();

    private static readonly ApiKey Older = Ended();

    [Fact]
    public async Task Handle_WhenAsked_ListsAllKeysOldestFirst()
    {
        var page = (await HandleAsync(Callers.Operator)).ShouldSucceed();

        (page.Limit, page.Offset, page.Total).ShouldBe((50, 0, 2));
        page.Items.Select(key => key.Id).ShouldBe([Older.Id.Value, Newer.Id.Value]);
    }

    [Fact]
    public async Task Handle_WhenPaged_SkipsAndTakes()
    {
        var page = (await HandleAsync(Callers.Operator, limit: 1, offset: 1)).ShouldSucceed();

        (page.Limit, page.Offset, page.Total).ShouldBe((1, 1, 2));
        page.Items.ShouldHaveSingleItem().Id.ShouldBe(Newer.Id.Value);
    }

    [Fact]
    public async Task Handle_WhenAKeyIsShown_TellsAllButTheKey()
    {
        var items = (await HandleAsync(Callers.Operator)).ShouldSucceed().Items;

        var (older, newer) = (items[0], items[1]);
        (older.Prefix, older.Name, older.Kind, older.AgentId, older.Limits).ShouldBe(("eliza_service_000000", "back end", "service", null, null));
        (older.CreatedAt, older.ExpiresAt, older.RevokedAt).ShouldBe((Times.Now.ToUnixTimeSeconds(), null, Times.Now.AddHours(1).ToUnixTimeSeconds()));
        (newer.Prefix, newer.Kind, newer.AgentId, newer.Limits).ShouldBe(("eliza_agent_Zz9Yy8", "agent", Ids.Eliza.Value, new ApiKeyLimits(7)));
        (newer.ExpiresAt, newer.RevokedAt).ShouldBe((Times.Now.AddMinutes(61).ToUnixTimeSeconds(), null));
        newer.Scopes.ShouldBe(["messages:read"]);
    }

    [Fact]
    public async Task Handle_WhenAKeyIsShown_HoldsNeitherItNorAHashInAnyField()
    {
        typeof(ApiKeyResponse).GetProperties().Select(property => property.Name)
            .ShouldBe(["Id", "Prefix", "Name", "Kind", "AgentId", "Scopes", "Limits", "CreatedAt", "ExpiresAt", "RevokedAt"]);

        var json = JsonSerializer.Serialize((await HandleAsync(Callers.Operator)).ShouldSucceed());

        foreach (var text in KeyTexts.All)
        {
            json.ShouldNotContain(text[20..]);
            json.ShouldNotContain(ApiKeyText.HashOf(text));
        }
    }

    [Fact]
    public async Task Handle_WhenTheCallerIsNoAdmin_IsForbidden()
    {
        foreach (var caller in new[] { Callers.Service((Scopes)63), Callers.Ada, Callers.Eliza, null })
            (await HandleAsync(caller)).ShouldFail("Access.Forbidden");
    }

    [Theory]
    [InlineData(1, 0, true)]
    [InlineData(100, 9, true)]
    [InlineData(0, 0, false)]
    [InlineData(101, 0, false)]
    [InlineData(1, -1, false)]
    public void Validate_WhenWithinBounds_IsValid(int limit, int offset, bool valid) =>
        Failures.Of(new ListApiKeysQueryValidator(), new ListApiKeysQuery(limit, offset)).Count.ShouldBe(valid ? 0 : 1);

    private static ApiKey Ended()
    {
        var key = new ApiKeyBuilder { Text = KeyTexts.Service }.Build();
        key.Rotate(KeyTexts.OtherService, TimeSpan.FromDays(1), lifetime: null, Times.Now).ShouldSucceed();
        key.Revoke(Times.Now.AddHours(1));
        return key;
    }

    private static Task<Result<Page<ApiKeyResponse>>> HandleAsync(Caller? caller, int? limit = null, int? offset = null) =>
        new ListApiKeysQueryHandler(new FakeReadRepository<ApiKey>([Newer, Older]), caller.Calls())
            .Handle(new ListApiKeysQuery(limit, offset), TestContext.Current.CancellationToken);
}
