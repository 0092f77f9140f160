using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Sessions;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Sessions over a connection: a session's id is a room too.</summary>
public sealed class SessionSocketTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("sessionId")]
    [InlineData("roomId")]
    [InlineData("channelId")]
    public async Task Session_WhenItsPersonTalks_IsRenewedAndAnswers(string field)
    {
        var session = await _api.OpenAsync(userId: Ada);
        await using var socket = await TestSocket.OfUserAsync(factory, Ada);
        var joined = (await socket.AskAsync("join", new Dictionary<string, object> { [field] = session.Id() })).ShouldBeDone();
        joined.GetProperty("sessionId").GetGuid().ShouldBe(session.Id());
        joined.GetProperty("channelId").GetGuid().ShouldBe(session.Channel());
        factory.Time.Advance(TimeSpan.FromSeconds(10));

        var ack = (await socket.AskAsync("message", new { type = 2, payload = new Dictionary<string, object> { [field] = session.Id(), ["message"] = "I am unhappy" } })).ShouldBeDone();

        ack.GetProperty("channelId").GetGuid().ShouldBe(session.Channel());
        (await socket.HearTextAsync("I am unhappy")).Id().ShouldBe(ack.GetProperty("messageId").GetGuid());
        var renewed = await socket.HearAsync("sessionRenewed");
        (renewed.Id("sessionId"), renewed.Data.GetProperty("renewalCount").GetInt32()).ShouldBe((session.Id(), 1));
        await socket.HearAsync("messageBroadcast", heard => heard.Text("senderId") == Api.Eliza);
        (await _api.ReadAsync(session.Id())).Json.Renewals().ShouldBe(1);
    }

    [Fact]
    public async Task Session_OfAnother_IsClosed()
    {
        var session = await _api.OpenAsync(userId: Ada);
        await using var eve = await TestSocket.OfUserAsync(factory, "eve");
        (await eve.AskAsync("join", new { sessionId = session.Id() })).ShouldBeRefused("PERMISSION_DENIED");
        (await eve.AskAsync("2", new { sessionId = session.Id(), message = "Hello" })).ShouldBeRefused("PERMISSION_DENIED");
        (await eve.AskAsync("join", new { roomId = session.Channel() })).ShouldBeRefused("PERMISSION_DENIED");

        await using var ada = await TestSocket.OfUserAsync(factory, Ada);
        (await ada.AskAsync("2", new { sessionId = session.Id(), senderId = "eve", message = "Hello" })).ShouldBeRefused("PERMISSION_DENIED");
        (await ada.AskAsync("2", new { sessionId = session.Id(), message = "" })).ShouldBeRefused("VALIDATION_ERROR").ShouldContain("'message'");
        (await _api.SaidAsync(session.Id())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Session_SentToTwiceUnderOneId_IsToldOnce()
    {
        var session = await _api.OpenAsync(userId: Ada);
        await using var socket = await TestSocket.OfUserAsync(factory, Ada);
        var message = new { sessionId = session.Id(), message = "Once", messageId = "session-once" };

        var acks = new[] { await socket.AskAsync("2", message), await socket.AskAsync("2", message) };

        acks[1].ShouldBeDone().GetRawText().ShouldBe(acks[0].ShouldBeDone().GetRawText());
        (await _api.SaidAsync(session.Id())).Count(said => said.Content() == "Once").ShouldBe(1);
    }

    [Fact]
    public async Task Session_ThatComesToItsEnd_WarnsAndSaysSo()
    {
        var session = await _api.OpenAsync(userId: Ada, timeoutConfig: new { timeoutMinutes = 6, warningThresholdMinutes = 5, autoRenew = false });
        await using var patient = await TestSocket.OfUserAsync(factory, Ada);
        await patient.JoinAsync(session.Id());

        for (var waited = 0; waited < 600 && patient.Heard.All(heard => heard.Name != "sessionExpired"); waited += 10)
        {
            factory.Time.Advance(TimeSpan.FromSeconds(10));
            await patient.CatchUpAsync();
            await patient.CatchUpAsync();
        }

        var expired = await patient.HearAsync("sessionExpired");
        (expired.Id("sessionId"), expired.Text("reason")).ShouldBe((session.Id(), "expired"));
        var warning = patient.Heard.Single(heard => heard.Name == "sessionExpirationWarning");
        warning.Data.GetProperty("minutesRemaining").GetInt32().ShouldBe(5);
        (await patient.AskAsync("2", new { sessionId = session.Id(), message = "Late" })).ShouldBeRefused("SESSION_EXPIRED");
        (await patient.AskAsync("join", new { sessionId = session.Id() })).ShouldBeRefused("SESSION_EXPIRED");
        (await patient.HearAsync("messageError", heard => heard.Text("code") == "SESSION_EXPIRED")).Text("roomId").ShouldBe($"{session.Id()}");
    }

    [Fact]
    public async Task Session_ThatIsDeleted_SaysSoAndTellsNothingMore()
    {
        var session = await _api.OpenAsync(userId: Ada);
        await using var socket = await TestSocket.OfUserAsync(factory, Ada);
        await socket.JoinAsync(session.Id());

        (await _api.EndAsync(session.Id())).ShouldBe(200);

        (await socket.HearAsync("sessionExpired")).Text("reason").ShouldBe("deleted");
        await socket.CatchUpAsync();
        socket.Heard.SkipWhile(heard => heard.Name != "sessionExpired").Skip(1).Select(heard => heard.Name).ShouldBe(["channel_left", "room_left"]);
    }
}
