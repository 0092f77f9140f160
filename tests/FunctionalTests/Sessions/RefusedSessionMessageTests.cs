using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>A message that is refused leaves nothing behind, and never begins a stream.</summary>
public sealed class RefusedSessionMessageTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("{}", "Required field 'content' is missing")]
    [InlineData("""{"content":null}""", "Required field 'content' is missing")]
    [InlineData("""{"content":" \n\t"}""", "Field 'content' must not be empty or only white space")]
    [InlineData("""{"content":"<script>alert(1)</script>"}""", "Field 'content' must not contain markup that a browser would run")]
    [InlineData("""{"content":"a\u0000b"}""", "Field 'content' must not contain control characters other than tab, CR and LF")]
    [InlineData("""{"content":5}""", "Field 'content' must be a string")]
    [InlineData("""{"content":"Hi","transport":"pigeon"}""", "Field 'transport' must be one of websocket, http, sync, sse, stream")]
    [InlineData("""{"content":"Hi","mode":""}""", "Field 'mode' must be one of websocket, http, sync, sse, stream")]
    [InlineData("""{"content":"Hi","transport":1}""", "Field 'transport' must be a string")]
    [InlineData("""{"content":"Hi","transport":"http","mode":"sync"}""", "Field 'mode' is given more than once")]
    [InlineData("""{"content":"Hi","metadata":[]}""", "Field 'metadata' must be a JSON object")]
    [InlineData("""{"content":"Hi","metadata":{"a b":1}}""", "Field 'metadata' ")]
    [InlineData("""{"content":"Hi","attachments":{}}""", "Field 'attachments' must be")]
    [InlineData("""{"content":"Hi","attachments":[null]}""", "Field 'attachments[0]' must be an object")]
    [InlineData("""{"content":"Hi","attachments":[{"url":"ftp://x/a.png","name":"a.png"}]}""", "Field 'attachments[0].url' must be an absolute http or https URL")]
    [InlineData("""{"content":"Hi","attachments":[{"url":"https://x/a","mimeType":"text/html"}]}""", "Field 'attachments[0].mimeType' must be of a supported type")]
    [InlineData("""{"content":" ","transport":"x","metadata":1,"attachments":[{"url":"x","mimeType":"image/png"}]}""", "'content'; 'metadata'; 'transport'; 'attachments[0].url'")]
    public async Task Send_AgainstTheRules_Returns400AndStoresNothing(string body, string details)
    {
        var opened = await _api.OpenAsync();

        var answer = (await _api.PostRawAsync(SessionTalk.MessagesOf(opened.Id()), body)).ShouldBeError(400, "VALIDATION_ERROR");

        foreach (var part in details.Split("; ")) answer.Details.ShouldContain(part);
        answer.Details.Split("; ").Length.ShouldBe(details.Split("; ").Length, answer.Details);
        await ShouldBeUntouchedAsync(opened.Id(), opened.Channel());
    }

    [Fact]
    public async Task Send_OfFourThousandCharacters_IsTakenAndNotOneMore()
    {
        var session = await _api.OpenIdAsync();

        (await _api.TellAsync(session, new { content = string.Concat(Enumerable.Repeat("😀", 4000)) })).ShouldBe(201);
        (await _api.TellAsync(session, new { content = new string('x', 4001) })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Field 'content' must be at most 4000 characters");
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("http")]
    [InlineData("sse")]
    public async Task Send_WithoutTheRight_IsRefusedInTheEnvelope(string transport)
    {
        var opened = await _api.OpenAsync();
        var (session, body) = (opened.Id(), new { content = "Hello", transport });

        (await factory.Anonymous.TellAsync(session, body)).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await (await factory.UserAsync("stranger")).TellAsync(session, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("sessions:write")).TellAsync(session, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(Api.Eliza, "messages:read", "messages:write")).TellAsync(session, body)).ShouldBeError(403, "PERMISSION_DENIED");
        var unknown = Guid.CreateVersion7();
        (await _api.TellAsync(unknown, body)).ShouldBeUnknown($"{unknown}");
        (await _api.PostAsync($"{Root}/not-a-session/messages", body)).ShouldBeUnknown("not-a-session");
        (await _api.TellAsync(unknown, new { content = "", transport })).ShouldBeError(400, "VALIDATION_ERROR");
        await ShouldBeUntouchedAsync(session, opened.Channel());
    }

    [Theory]
    [InlineData("websocket")]
    [InlineData("http")]
    [InlineData("sse")]
    public async Task Send_InASessionThatIsOver_IsRefusedAndStoresNothing(string transport)
    {
        var (expired, deleted) = (await _api.OpenAsync(), await _api.OpenAsync());
        (await _api.EndAsync(deleted.Id())).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromMinutes(30));

        (await _api.TellAsync(expired.Id(), new { content = "Hello", transport })).ShouldBeGone(expired.Id());
        (await _api.TellAsync(deleted.Id(), new { content = "Hello", transport })).ShouldBeUnknown($"{deleted.Id()}");

        (await (await factory.UserAsync("stranger")).TellAsync(expired.Id(), new { content = "Hello", transport })).ShouldBeGone(expired.Id());
        (await _api.HistoryAsync(expired.Channel())).ShouldBeEmpty();
        (await _api.GetAsync($"/api/messaging/channels/{deleted.Channel()}/messages")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Send_OfABodyThatIsNone_Returns413Or415Or400()
    {
        var opened = await _api.OpenAsync();
        var path = SessionTalk.MessagesOf(opened.Id());

        (await _api.PostRawAsync(path, new byte[(1024 * 1024) + 1])).ShouldBeError(413, "PAYLOAD_TOO_LARGE");
        (await _api.PostRawAsync(path, """{"content":"Hi"}""", "text/plain")).ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE");
        (await _api.PostRawAsync(path, """{"content":"Hi","content":"Ho"}""")).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.PostRawAsync(path, """{"content":"Hi","transport":"sse" """)).ShouldBeError(400, "VALIDATION_ERROR");
        await ShouldBeUntouchedAsync(opened.Id(), opened.Channel());
    }

    [Fact]
    public async Task Send_OfSomethingElseUnderTheSameKey_Returns422AndStoresNothing()
    {
        var opened = await _api.OpenAsync();
        (await _api.TellAsync(opened.Id(), new { content = "One" }, "reused")).ShouldBe(201);

        (await _api.TellAsync(opened.Id(), new { content = "Two" }, "reused")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
        (await _api.TellAsync(opened.Id(), new { content = "One", transport = "sse" }, "reused")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
        (await _api.TellAsync(await _api.OpenIdAsync(), new { content = "One" }, "reused")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");

        await factory.Posted.WaitForAnswersAsync(opened.Channel(), 1);
        (await _api.SaidAsync(opened.Id())).Count.ShouldBe(2);
    }

    private async Task ShouldBeUntouchedAsync(Guid session, Guid channel)
    {
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
        (await _api.ReadAsync(session)).ShouldBe(200).Json.Renewals().ShouldBe(0);
    }
}
