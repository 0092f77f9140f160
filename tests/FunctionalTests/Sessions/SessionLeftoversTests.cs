using System.Text.Json;
using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Messages of a session when what it stands on is gone. The clock stands still, so nobody's patience ends.</summary>
public sealed class SessionLeftoversTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly object Hello = new { content = "Hello", transport = "http" };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Send_WhenTheAgentHasLeftTheChannel_StoresTheMessageAndAsksNobody()
    {
        var session = await _api.OpenAsync();
        (await _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}/agents/{Api.Eliza}")).ShouldBe(200);

        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldBeNull();

        (await _api.SaidAsync(session.Id())).ShouldHaveSingleItem().Content().ShouldBe("Hello");
    }

    [Fact]
    public async Task Send_WhenTheAgentIsDeleted_StoresTheMessageAndAsksNobody()
    {
        var agent = await _api.CreateAgentAsync("eliza", "Leaving");
        var session = await _api.OpenWithAsync(agent);
        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldNotBeNull();
        (await _api.DeleteAsync($"/api/agents/{agent}")).ShouldBe(200);

        (await _api.TellAsync(session.Id(), Hello)).ReplyIn().ShouldBeNull();

        (await _api.SaidAsync(session.Id())).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("http")]
    [InlineData("sse")]
    public async Task Send_WhenTheChannelIsDeleted_FindsNoSession(string transport)
    {
        var session = await _api.OpenAsync();
        (await _api.TellAsync(session.Id(), Hello)).ShouldBe(201);
        (await _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}")).ShouldBe(200);

        (await _api.TellAsync(session.Id(), new { content = "Hello", transport })).ShouldBeUnknown($"{session.Id()}");
    }

    [Fact]
    public async Task Send_ManyAtOnceWhileTheChannelIsDeleted_AreEachTakenOrFindNoSession()
    {
        for (var round = 0; round < 5; round++)
        {
            var session = await _api.OpenAsync();
            var sending = Enumerable.Range(0, 10).Select(turn => _api.TellAsync(session.Id(), new { content = $"I am {turn}" })).ToList();
            var deleting = Task.Run(() => _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}"));
            sending.AddRange(Enumerable.Range(10, 10).Select(turn => _api.TellAsync(session.Id(), new { content = $"I am {turn}" })));

            (await deleting).ShouldBe(200);
            foreach (var answer in await Task.WhenAll(sending))
                if (answer.Status != 201) answer.ShouldBeUnknown($"{session.Id()}");
        }
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.StartsWith("Critical"));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("sse")]
    public async Task Send_RepeatedAfterItsMessageWasDeleted_Returns409AndSaysNothingAgain(string transport)
    {
        var session = await _api.OpenAsync();
        var body = new { content = "Hello", transport, messageId = $"deleted-{transport}" };
        (await _api.TellAsync(session.Id(), body)).Status.ShouldBeInRange(200, 201);
        var message = (await _api.SaidAsync(session.Id(), 2))[0].MessageId();
        (await _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}/messages/{message}")).ShouldBe(200);

        (await _api.TellAsync(session.Id(), body)).ShouldBeError(409, "CONFLICT");

        (await _api.SaidAsync(session.Id())).ShouldHaveSingleItem().GetProperty("isAgent").ValueKind.ShouldBe(JsonValueKind.True);
    }

    [Fact]
    public async Task Send_RepeatedAfterTheSessionWasDeleted_IsAnsweredAsTheFirstTime()
    {
        var session = await _api.OpenIdAsync();
        var first = await _api.TellAsync(session, Hello, "outlives-it");
        (await _api.EndAsync(session)).ShouldBe(200);

        var again = await _api.TellAsync(session, Hello, "outlives-it");

        again.WasReplayed.ShouldBeTrue();
        (again.Status, again.Text).ShouldBe((201, first.Text));
    }
}
