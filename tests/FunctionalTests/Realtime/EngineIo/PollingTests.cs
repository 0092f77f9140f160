using System.Text;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.FunctionalTests.Realtime.EngineIo;

[Trait("Database", "Once")]
public sealed class PollingTests
{
    private const string Unknown = """{"code":1,"message":"Session ID unknown"}""";

    [Theory]
    [InlineData("4hello")]
    [InlineData("4test1\u001e4test2\u001e4test3")]
    [InlineData("4h\u00e9llo \U0001F600\u001ebAQIDBA==\u001e4")]
    public async Task Messages_WhenPosted_ComeBackWithThePoll(string payload)
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        (await client.PostAsync(payload)).ShouldBe((200, "ok"));
        (await client.PollAsync()).ShouldBe((200, payload));
    }

    [Fact]
    public async Task Poll_WhenNothingWaits_IsAnsweredWithTheNextMessage()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        var poll = client.PollAsync();
        (await client.PostAsync("4late")).Status.ShouldBe(200);
        (await poll).ShouldBe((200, "4late"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("4a\u001e\u001e4b")]
    [InlineData("bA")]
    [InlineData("b====")]
    [InlineData("b\u00e9")]
    public async Task Payload_WhenItIsNone_EndsTheSession(string payload)
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        (await client.PostAsync(payload)).ShouldBe((400, """{"code":3,"message":"Bad request"}"""));
        (await client.PollAsync()).ShouldBe((400, Unknown));
        await RealtimeApp.UntilAsync(() => app.Echo.Closed.Count == 1);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.ParseError);
    }

    [Fact]
    public async Task Payload_WhenItIsNoUtf8_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        (await client.PostAsync([(byte)'4', 0xC3, 0x28])).Status.ShouldBe(400);
        (await client.PollAsync()).ShouldBe((400, Unknown));
    }

    [Fact]
    public async Task Payload_WhenBytesAreNotInBase64_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        (await client.PostAsync([1, 2, 3], "application/octet-stream")).Status.ShouldBe(400);
        (await client.PollAsync()).ShouldBe((400, Unknown));
    }

    [Fact]
    public async Task Poll_WhenThereIsOneAlready_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        var polls = new[] { client.PollAsync(), client.PollAsync() };
        var answers = await Task.WhenAll(polls);
        answers.ShouldContain((200, "1"));
        answers.ShouldContain((400, """{"code":3,"message":"Bad request"}"""));
        (await client.PollAsync()).ShouldBe((400, Unknown));
    }

    [Fact]
    public async Task Post_WhenThereIsOneAlready_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        var entered = new TaskCompletionSource();
        app.Echo.Instead = async (_, _, ended) =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, ended);
        };
        var client = await app.PollAsync();
        var first = client.PostAsync("4a");
        await entered.Task.WaitAsync(RealtimeApp.Patience, TestContext.Current.CancellationToken);
        (await client.PostAsync("4b")).Status.ShouldBe(400);
        await first;
        (await client.PollAsync()).ShouldBe((400, Unknown));
        app.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Poll_WhenCancelled_EndsTheSession()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        using var cancel = new CancellationTokenSource();
        var poll = client.PollAsync(cancel.Token);
        await RealtimeApp.UntilAsync(() => app.Arrived.Any(request => request.Contains(client.Sid, StringComparison.Ordinal)));
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => poll);
        await RealtimeApp.UntilAsync(() => !app.Server.Engine.IsKnown(client.Sid));
        (await client.PollAsync()).ShouldBe((400, Unknown));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Payload_BeyondTheLimitInBytes_Gets413(bool isChunked)
    {
        await using var app = await RealtimeApp.StartAsync(options => options.MaxPayload = 9_000);
        var client = await app.PollAsync();
        byte[] fits = [.. Encoding.UTF8.GetBytes("4xy"), .. Encoding.UTF8.GetBytes(new string('\u20ac', 2_999))];
        fits.Length.ShouldBe(9_000);

        (await client.PostAsync(fits, isChunked: isChunked)).Status.ShouldBe(200);
        (await client.PostAsync([.. fits, (byte)'z'], isChunked: isChunked)).Status.ShouldBe(413);
        (await client.PollAsync()).Body.Length.ShouldBe(3 + 2_999, "The payload that fitted came back, and the session goes on.");
    }

    [Fact]
    public async Task Close_WhenAPollWaits_AnswersIt()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        var poll = client.PollAsync();
        (await client.PostAsync("1")).ShouldBe((200, "ok"));
        (await poll).ShouldBe((200, "6"));
        (await client.PollAsync()).ShouldBe((400, Unknown));
    }

    [Fact]
    public async Task Close_WhenThePollIsStillOnItsWay_AnswersIt()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        (await client.PostAsync("1\u001e4ignored")).ShouldBe((200, "ok"));
        (await client.PostAsync("4ignored")).ShouldBe((400, Unknown));
        (await client.PollAsync()).ShouldBe((200, "6"));
        (await client.PollAsync()).ShouldBe((400, Unknown));
        await RealtimeApp.UntilAsync(() => app.Server.Engine.Count == 0);
    }

    [Fact]
    public async Task Close_WhenNoPollComes_IsForgottenInTime()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        await client.PostAsync("1");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        (await client.PollAsync()).ShouldBe((400, Unknown));
        await RealtimeApp.UntilAsync(() => app.Server.Engine.Count == 0);
    }

    [Fact]
    public async Task Close_ByTheServer_ComesBehindWhatWaits()
    {
        await using var app = await RealtimeApp.StartAsync();
        var client = await app.PollAsync();
        var session = app.Echo.Sessions[client.Sid];
        session.Send(EnginePacket.Text("last"));
        session.Close();
        session.Send(EnginePacket.Text("too late")).ShouldBeFalse();
        (await client.PollAsync()).ShouldBe((200, "4last\u001e1"));
        (await client.PollAsync()).ShouldBe((400, Unknown));
        await RealtimeApp.UntilAsync(() => app.Server.Engine.Count == 0);
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.ForcedClose);
    }

    [Fact]
    public async Task Handler_WhenItFails_EndsThatSessionAlone()
    {
        await using var app = await RealtimeApp.StartAsync();
        var other = await app.PollAsync();
        var client = await app.PollAsync();
        app.Echo.Instead = (_, _, _) => throw new InvalidOperationException("Our own fault.");
        await client.PostAsync("4secret");
        (await client.PollAsync()).ShouldBe((400, Unknown));
        app.Echo.Instead = null;
        (await other.PostAsync("4a")).Status.ShouldBe(200);
        app.Errors.ShouldHaveSingleItem().ShouldNotContain("secret");
        app.Echo.Closed.ShouldHaveSingleItem().Reason.ShouldBe(EngineCloseReason.ServerError);
    }
}
