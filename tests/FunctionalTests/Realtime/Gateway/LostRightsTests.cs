using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Who loses a right hears nothing more, at once, while others talk on.</summary>
public sealed class LostRightsTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("revoke")]
    [InlineData("rotate")]
    public async Task Key_ThatEnds_EndsItsConnectionsAtOnce(string how)
    {
        var made = (await _api.PostAsync("/api/auth/keys", new { name = "short", kind = "service", scopes = new[] { "messages:read" } })).ShouldBe(201).Data;
        var (id, key) = (made.GetProperty("id").GetString(), made.GetProperty("key").GetString()!);
        await using var ends = await TestSocket.ConnectAsync(factory, key);
        await using var stays = await TestSocket.ConnectAsync(factory);

        if (how == "revoke") (await _api.DeleteAsync($"/api/auth/keys/{id}")).ShouldBe(200);
        else (await _api.PostAsync($"/api/auth/keys/{id}/rotate", new { })).ShouldBe(200);

        await ends.Ended;
        ends.Heard.Select(heard => heard.Name).TakeLast(2).ShouldBe(["messageError", "disconnect"]);
        (await ends.HearAsync("messageError")).Text("code").ShouldBe("AUTHENTICATION_FAILED");
        await stays.CatchUpAsync();
        await using var again = await TestSocket.OpenAsync(factory);
        (await again.ConnectAsync(new { token = key })).ShouldBeRefused("AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Token_ThatExpires_EndsItsConnectionsWithinSeconds()
    {
        await using var socket = await TestSocket.ConnectAsync(factory, (await _api.PostAsync("/api/auth/token", new { userId = "ada", expiresInSeconds = 60 })).Data.GetProperty("token").GetString()!);
        var began = factory.Time.GetUtcNow();
        for (var seconds = 0; seconds < 50; seconds += 10)
        {
            factory.Time.Advance(TimeSpan.FromSeconds(10));
            await socket.CatchUpAsync();
            await socket.CatchUpAsync();
        }

        await factory.InTimeAsync(socket.Ended);

        (await socket.HearAsync("messageError")).Text("code").ShouldBe("AUTHENTICATION_FAILED");
        (factory.Time.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromSeconds(59));
    }

    [Fact]
    public async Task Participant_WhoIsTakenOut_HearsOfThatLast()
    {
        var channel = await PrivateAsync("ada", "bob");
        await using var ada = await TestSocket.OfUserAsync(factory, "ada");
        await using var bob = await TestSocket.OfUserAsync(factory, "bob");
        await ada.JoinAsync(channel);
        await bob.JoinAsync(channel);
        using var enough = new CancellationTokenSource();
        var talk = TalkAsync(channel, enough.Token);
        await ada.HearTextAsync("Talk 5");

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/bob")).ShouldBe(200);
        var before = await _api.SubmitAsync(channel, "Without Bob");
        await ada.HearTextAsync("Without Bob");
        await enough.CancelAsync();
        await talk;
        await bob.HearAsync("messageError");
        await bob.CatchUpAsync();

        bob.Heard.Select(heard => heard.Name).TakeWhile(name => name != "messageError").Last().ShouldBe("participantLeft");
        bob.Heard.SkipWhile(heard => heard.Name != "messageError").Select(heard => heard.Name).ShouldNotContain("messageBroadcast");
        bob.Heard.ShouldNotContain(heard => heard.Name == "messageBroadcast" && heard.Id() == before);
        (await bob.HearAsync("messageError")).Text("code").ShouldBe("PERMISSION_DENIED");
        (await bob.AskAsync("join", new { roomId = channel })).ShouldBeRefused("PERMISSION_DENIED");
        (await bob.AskAsync("2", new { roomId = channel, message = "No" })).ShouldBeRefused("PERMISSION_DENIED");
    }

    [Fact]
    public async Task Channel_ThatIsDeleted_TellsItsListeners()
    {
        var channel = await _api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.JoinAsync(channel);

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);

        (await socket.HearAsync("channelDeleted")).Id("channelId").ShouldBe(channel);
        (await socket.AskAsync("join", new { roomId = channel })).ShouldBeRefused("RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Mention_IsToldToWhomItNamesAloneWhereverItListens()
    {
        var channel = await PrivateAsync("ada", "bob");
        await using var ada = await TestSocket.OfUserAsync(factory, "ada");
        await using var bob = await TestSocket.OfUserAsync(factory, "bob");
        await using var eve = await TestSocket.OfUserAsync(factory, "eve");

        var calling = await _api.SubmitAsync(channel, "@bob and @eve, are you there?", "ada");

        var mention = await bob.HearAsync("mention");
        (mention.Id("messageId"), mention.Text("senderId"), mention.Id("channelId")).ShouldBe((calling, "ada", channel));
        foreach (var other in new[] { ada, eve })
        {
            await other.CatchUpAsync();
            other.Heard.ShouldNotContain(heard => heard.Name == "mention");
        }
        bob.Heard.ShouldNotContain(heard => heard.Name == "messageBroadcast");
    }

    private async Task<Guid> PrivateAsync(params string[] people)
    {
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = $"room-{Guid.CreateVersion7()}", isPrivate = true })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        foreach (var person in people) await _api.JoinAsync(channel, person);
        return channel;
    }

    private async Task TalkAsync(Guid channel, CancellationToken enough)
    {
        for (var number = 0; !enough.IsCancellationRequested; number++) await _api.SubmitAsync(channel, $"Talk {number}", "ada");
    }
}
