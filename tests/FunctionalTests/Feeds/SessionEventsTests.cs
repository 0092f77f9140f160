using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Feeds;

/// <summary>What listeners of a session are told of it, on a clock that the test moves.</summary>
public sealed class SessionEventsTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Session_UntilItsEnd_TellsWarningRenewalAndEnd()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, warningThresholdMinutes = 5, autoRenew = false });
        var (session, channel) = (opened.Id(), opened.Channel());
        using var listener = await EventListener.OpenAsync(_api, PathOf(session));
        using var byChannel = await EventListener.OpenAsync(_api, channel);

        var warned = await InTimeAsync(TimeSpan.FromMinutes(26), listener.NextAsync("sessionExpirationWarning"));
        (await _api.RenewAsync(session)).ShouldBe(200);
        var renewed = await listener.NextAsync("sessionRenewed");
        var ended = await InTimeAsync(TimeSpan.FromMinutes(31), listener.UntilAsync("sessionExpired"));

        (warned.Guid("sessionId"), warned.Guid("channelId"), warned.Id).ShouldBe((session, channel, null));
        warned.Data.GetProperty("minutesRemaining").GetInt32().ShouldBeInRange(3, 5);
        (renewed.Guid("sessionId"), renewed.Data.Renewals()).ShouldBe((session, 1));
        renewed.Data.TimeLeft().ShouldBeInRange(29 * 60_000, 30 * 60_000);
        (ended[^1].Guid("sessionId"), ended[^1].Text("reason")).ShouldBe((session, "expired"));
        (await listener.RestAsync()).ShouldBeEmpty();
        (await byChannel.UntilAsync("sessionExpired"))[^1].Guid("sessionId").ShouldBe(session);
        (await _api.GetAsync(PathOf(session, $"?after={listener.LastId}"))).ShouldBeGone(session);
    }

    [Fact]
    public async Task Session_WhenDeleted_EndsItsStream()
    {
        var session = await _api.OpenIdAsync();
        using var listener = await EventListener.OpenAsync(_api, PathOf(session));

        (await _api.EndAsync(session)).ShouldBe(200);

        (await listener.UntilAsync("sessionExpired"))[^1].Text("reason").ShouldBe("deleted");
        (await listener.RestAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""UPDATE "Sessions" SET "EndedAt" = "ExpiresAt" WHERE "Id" = {0}""", "expired")]
    [InlineData("""DELETE FROM "Sessions" WHERE "Id" = {0}""", "deleted")]
    public async Task Session_WhoseEndNobodyTold_EndsItsStreamAtTheNextSweep(string change, string reason)
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 300 });
        using var listener = await EventListener.OpenAsync(_api, PathOf(opened.Id()));
        using var living = await EventListener.OpenAsync(_api, PathOf(await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 300 })));
        (await factory.QueryAsync(db => db.Database.ExecuteSqlRawAsync(change, opened.Id()))).ShouldBe(1);

        var told = await InTimeAsync(TimeSpan.Zero, listener.RestAsync());

        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            last => last.Type.ShouldBe("sessionExpired"),
            last => (last.Guid("sessionId"), last.Guid("channelId"), last.Text("reason")).ShouldBe((opened.Id(), opened.Channel(), reason)));
        living.TryNextAsync().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Agent_WhoseGrantEndedWithoutAnybodyTellingIt_IsSentAwayAtTheNextSweep()
    {
        var person = $"{Guid.NewGuid()}";
        var opener = await _api.CreateAgentAsync();
        var agent = await factory.AgentAsync(opener, "messages:read", "sessions:write");
        (await _api.PostAsync($"/api/agents/{opener}/grants", new { userId = person })).ShouldBe(201);
        var session = (await agent.OpenAsync(person, timeoutConfig: new { timeoutMinutes = 300 })).Id();
        using var listener = await EventListener.OpenAsync(agent, PathOf(session));
        using var own = await EventListener.OpenAsync(_api, PathOf(session));
        (await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "AgentGrants" WHERE "UserId" = {person}"""))).ShouldBe(1);

        var told = await InTimeAsync(TimeSpan.Zero, listener.RestAsync());

        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(last => last.Type.ShouldBe("error"), last => last.Text("code").ShouldBe("PERMISSION_DENIED"));
        own.TryNextAsync().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Session_OfAnother_IsHeardByItsOwnTwoAlone()
    {
        var session = await _api.OpenIdAsync();

        (await (await factory.UserAsync("stranger")).GetAsync(PathOf(session))).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.GetAsync(PathOf(Guid.Empty))).ShouldBeUnknown($"{Guid.Empty}");
        using var ada = await EventListener.OpenAsync(await factory.UserAsync(SessionApi.Ada), PathOf(session));
        (await _api.TellAsync(session, new { content = "Hello" })).ShouldBe(201);
        (await ada.NextAsync("messageBroadcast")).Text("senderId").ShouldBe(SessionApi.Ada);
    }

    [Fact]
    public async Task Token_WhenItExpires_EndsTheStream()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 300 });
        using var ada = await EventListener.OpenAsync(await factory.UserAsync(SessionApi.Ada), PathOf(session));

        var told = await InTimeAsync(TimeSpan.FromMinutes(90), ada.RestAsync());

        (told[^1].Type, told[^1].Text("code")).ShouldBe(("error", "AUTHENTICATION_FAILED"));
    }

    private static string PathOf(Guid session, string query = "") => $"{SessionApi.Root}/{session}/events{query}";

    private async Task<T> InTimeAsync<T>(TimeSpan later, Task<T> task)
    {
        factory.Time.Advance(later);
        await factory.InTimeAsync(task);
        return await task;
    }
}
