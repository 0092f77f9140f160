using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

public sealed class SendSessionMessageTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly string[] Fields = ["id", "content", "authorId", "createdAt", "metadata", "sessionStatus", "userMessage"];

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("{\"content\":\"Hello\"}")]
    [InlineData("{\"content\":\"Hello\",\"transport\":\"websocket\"}")]
    [InlineData("{\"content\":\"Hello\",\"mode\":\"WebSocket\"}")]
    [InlineData("{\"content\":\"Hello\",\"transport\":null,\"unknown\":1}")]
    public async Task Send_WithoutWaiting_AnswersTheBareMessage(string body)
    {
        var session = await _api.OpenIdAsync();

        var sent = (await _api.PostRawAsync(SessionTalk.MessagesOf(session), body)).ShouldBe(201).Json;

        sent.EnumerateObject().Select(field => field.Name).ShouldBe(Fields);
        sent.MessageId().Version.ShouldBe(7);
        (sent.Content(), sent.Text("authorId")).ShouldBe(("Hello", Ada));
        sent.GetProperty("metadata").GetRawText().ShouldBe($$"""{"sessionId":"{{session}}"}""");
        sent.Time("createdAt").ShouldBe(factory.Time.GetUtcNow(), TimeSpan.FromSeconds(1));
        sent.GetProperty("sessionStatus").EnumerateObject().Select(field => field.Name).ShouldBe(["expiresAt", "renewalCount", "wasRenewed", "isNearExpiration"]);
        var message = sent.GetProperty("userMessage");
        message.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "content", "authorId", "isAgent", "createdAt", "metadata", "attachments"]);
        foreach (var field in Fields[..5]) message.GetProperty(field).GetRawText().ShouldBe(sent.GetProperty(field).GetRawText());
        message.GetProperty("isAgent").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Send_ToTheAgent_IsInTheChannelAndTheListAndIsAnswered()
    {
        var session = await _api.OpenAsync();

        var sent = (await _api.TellAsync(session.Id(), new { content = "My mother never listens" })).ShouldBe(201).Json;

        await factory.Posted.WaitForAnswersAsync(session.Channel(), 1);
        var said = await _api.SaidAsync(session.Id());
        said[0].GetRawText().ShouldBe(sent.GetProperty("userMessage").GetRawText());
        (said.Count, said[1].Text("authorId"), said[1].GetProperty("isAgent").GetBoolean()).ShouldBe((2, Api.Eliza, true));
        var history = await _api.HistoryAsync(session.Channel());
        history.Select(message => message.MessageId()).ShouldBe(said.Select(message => message.MessageId()));
        (history[0].Text("text"), history[0].Text("userId")).ShouldBe(("My mother never listens", Ada));
        history[1].GetProperty("inReplyToMessageId").GetGuid().ShouldBe(sent.MessageId());
    }

    [Fact]
    public async Task Send_InASessionThatRenewsItself_BeginsItsTimeAnew()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { warningThresholdMinutes = 10 });
        factory.Time.Advance(TimeSpan.FromMinutes(29));
        (await _api.ReadAsync(session)).Json.IsNearEnd().ShouldBeTrue();

        ShouldBe(await _api.TellAsync(session, new { content = "One" }), renewals: 1, wasRenewed: true, isNearEnd: false, factory.Time.GetUtcNow().AddMinutes(30));
        ShouldBe(await _api.TellAsync(session, new { content = "Two" }), renewals: 2, wasRenewed: true, isNearEnd: false, factory.Time.GetUtcNow().AddMinutes(30));

        var read = (await _api.ReadAsync(session)).ShouldBe(200).Json;
        (read.Renewals(), read.Time("lastActivity"), read.Time("expiresAt"))
            .ShouldBe((2, factory.Time.GetUtcNow(), factory.Time.GetUtcNow().AddMinutes(30)));
    }

    [Fact]
    public async Task Send_InASessionThatDoesNotRenewItself_LeavesItsEnd()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { autoRenew = false });
        factory.Time.Advance(TimeSpan.FromMinutes(25));

        ShouldBe(await _api.TellAsync(opened.Id(), new { content = "Hello" }), renewals: 0, wasRenewed: false, isNearEnd: true, opened.Time("expiresAt"));

        (await _api.ReadAsync(opened.Id())).Json.Time("lastActivity").ShouldBe(factory.Time.GetUtcNow());
    }

    [Fact]
    public async Task Send_AtTheLongestDuration_RenewsNothingMore()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 40 });
        var end = opened.Time("createdAt").AddMinutes(40);
        factory.Time.Advance(TimeSpan.FromMinutes(20));
        ShouldBe(await _api.TellAsync(opened.Id(), new { content = "One" }), renewals: 1, wasRenewed: true, isNearEnd: false, end);
        factory.Time.Advance(TimeSpan.FromMinutes(16));

        ShouldBe(await _api.TellAsync(opened.Id(), new { content = "Two" }), renewals: 1, wasRenewed: false, isNearEnd: true, end);
    }

    [Fact]
    public async Task Send_WithMetadata_KeepsTheClientsFieldsAndNamesTheSession()
    {
        var session = await _api.OpenIdAsync();

        var sent = await _api.PostRawAsync(SessionTalk.MessagesOf(session), """{"content":"Hi","metadata":{"mood":"sad","sessionId":"another","deep":{"list":[1.50,null,"é"]}}}""");

        var metadata = sent.ShouldBe(201).Json.GetProperty("metadata");
        metadata.EnumerateObject().Select(field => field.Name).ShouldBe(["mood", "sessionId", "deep"], ignoreOrder: true);
        (metadata.Text("mood"), metadata.Text("sessionId")).ShouldBe(("sad", $"{session}"));
        metadata.GetProperty("deep").GetRawText().ShouldBe("""{"list":[1.50,null,"é"]}""");
        (await _api.SaidAsync(session))[0].GetProperty("metadata").GetRawText().ShouldBe(metadata.GetRawText());
    }

    [Theory]
    [InlineData("contentType")]
    [InlineData("content_type")]
    [InlineData("mimeType")]
    public async Task Send_WithAFile_KeepsIt(string type)
    {
        var session = await _api.OpenIdAsync();

        var sent = await _api.PostRawAsync(SessionTalk.MessagesOf(session), $$$"""
            {"content":"Look","attachments":[{"type":"image","url":"https://x.example/a","{{{type}}}":"image/png","name":"a"}]}
            """);

        var files = sent.ShouldBe(201).Json.GetProperty("userMessage").GetProperty("attachments").GetRawText();
        files.ShouldBe("""[{"url":"https://x.example/a","contentType":"image/png","name":"a","size":null,"title":null,"description":null}]""");
        (await _api.SaidAsync(session))[0].GetProperty("attachments").GetRawText().ShouldBe(files);
    }

    private static void ShouldBe(Answer answer, int renewals, bool wasRenewed, bool isNearEnd, DateTimeOffset end)
    {
        var status = answer.ShouldBe(201).Json.GetProperty("sessionStatus");
        (status.Renewals(), status.GetProperty("wasRenewed").GetBoolean(), status.IsNearEnd(), status.Time("expiresAt")).ShouldBe((renewals, wasRenewed, isNearEnd, end));
    }
}
