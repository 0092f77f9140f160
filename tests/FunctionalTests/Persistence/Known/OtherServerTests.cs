using Eliza.Domain.Access;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Persistence.Known;

/// <summary>What another server changes is seen within two seconds by those who read.</summary>
public sealed class OtherServerTests(FactsFactory factory) : IClassFixture<FactsFactory>
{
    private static readonly TimeSpan Almost = TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1);

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Channel_ClosedElsewhere_IsClosedWithinTwoSeconds()
    {
        var (channel, ada) = (await _api.CreateChannelAsync("closed-elsewhere"), await factory.UserAsync("ada"));
        (await ada.GetAsync(Path(channel))).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "IsPrivate" = {true}, "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");

        await ShouldChangeInTimeAsync(ada, Path(channel), from: 200, to: 403);
    }

    [Fact]
    public async Task Channel_DeletedElsewhere_IsGoneWithinTwoSeconds()
    {
        var channel = await _api.CreateChannelAsync("deleted-elsewhere");
        (await _api.GetAsync($"{Path(channel)}/participants")).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""DELETE FROM "Channels" WHERE "Id" = {channel}""");

        await ShouldChangeInTimeAsync(_api, $"{Path(channel)}/participants", from: 200, to: 404);
    }

    [Fact]
    public async Task Participant_TakenOutElsewhere_IsOutWithinTwoSeconds()
    {
        var (channel, ada) = (await _api.CreateChannelAsync("taken-out-elsewhere"), await factory.UserAsync("ada"));
        await _api.JoinAsync(channel, "ada");
        (await _api.PatchAsync(Path(channel), new { metadata = new { isPrivate = true } })).ShouldBe(200);
        (await ada.GetAsync(Path(channel))).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromSeconds(2));
        (await ada.GetAsync(Path(channel))).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""DELETE FROM "Participants" WHERE "ChannelId" = {channel} AND "ActorId" = 'ada' """);
        await factory.ChangeElsewhereAsync($"""UPDATE "Channels" SET "Revision" = "Revision" + 1 WHERE "Id" = {channel}""");

        await ShouldChangeInTimeAsync(ada, Path(channel), from: 200, to: 403);
    }

    [Fact]
    public async Task Key_RevokedElsewhere_EndsWithinTwoSeconds()
    {
        var text = await _api.CreateKeyAsync(new { name = "revoked elsewhere", kind = "service" });
        var key = factory.WithCredential(text);
        (await key.GetAsync("/api/agents")).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""UPDATE "ApiKeys" SET "RevokedAt" = 1 WHERE "Hash" = {ApiKeyText.HashOf(text)}""");

        await ShouldChangeInTimeAsync(key, "/api/agents", from: 200, to: 401);
    }

    [Fact]
    public async Task Person_WhoBecomesAnAgentElsewhere_IsNoPersonWithinTwoSeconds()
    {
        var person = await factory.UserAsync("person-or-agent");
        (await person.GetAsync("/api/agents")).ShouldBe(200);

        await MakeAgentElsewhereAsync("person-or-agent");

        await ShouldChangeInTimeAsync(person, "/api/agents", from: 200, to: 401);
    }

    /// <summary>Nobody who writes to the database by hand knows of revisions.</summary>
    [Fact]
    public async Task Participant_TakenOutByHand_IsOutWithinAMinute()
    {
        var (channel, ada) = (await _api.CreateChannelAsync("taken-out-by-hand"), await factory.UserAsync("ada"));
        await _api.JoinAsync(channel, "ada");
        (await _api.PatchAsync(Path(channel), new { metadata = new { isPrivate = true } })).ShouldBe(200);
        (await ada.GetAsync(Path(channel))).ShouldBe(200);

        await factory.ChangeElsewhereAsync($"""DELETE FROM "Participants" WHERE "ChannelId" = {channel} AND "ActorId" = 'ada' """);
        factory.Time.Advance(TimeSpan.FromMinutes(1));

        (await ada.GetAsync(Path(channel))).ShouldBe(403);
    }

    private static string Path(Guid channel) => $"/api/messaging/channels/{channel}";

    private Task<bool> MakeAgentElsewhereAsync(string id) => factory.QueryAsync(async db =>
    {
        await db.AddAgentElsewhereAsync(id, "Elsewhere");
        return true;
    });

    /// <summary>It is found out at the end of the two seconds, and no sooner: the test itself would else prove nothing.</summary>
    private async Task ShouldChangeInTimeAsync(Api api, string path, int from, int to)
    {
        factory.Time.Advance(Almost);
        (await api.GetAsync(path)).ShouldBe(from);
        factory.Time.Advance(TimeSpan.FromTicks(1));
        (await api.GetAsync(path)).ShouldBe(to);
    }
}
