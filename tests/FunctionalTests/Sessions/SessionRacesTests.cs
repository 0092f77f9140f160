using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>Many at once in one session.</summary>
public sealed class SessionRacesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const int Many = 40;

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Messages_ManyAtOnce_AreEachStoredCountedAndAnsweredOnceInTheirOrder()
    {
        var session = await _api.OpenAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, Many).Select(turn => _api.TellAsync(session.Id(), new { content = $"I am {turn}" })));

        sent.Select(answer => answer.ShouldBe(201).Json.GetProperty("sessionStatus").Renewals()).Order().ShouldBe(Enumerable.Range(1, Many));
        (await _api.ReadAsync(session.Id())).ShouldBe(200).Json.Renewals().ShouldBe(Many);
        await factory.Posted.WaitForAnswersAsync(session.Channel(), Many);
        var history = await _api.HistoryAsync(session.Channel());
        history.Count.ShouldBe(2 * Many);
        var asked = history.Where(message => message.GetProperty("agentId").ValueKind is System.Text.Json.JsonValueKind.Null).Select(message => message.MessageId()).ToList();
        asked.ShouldBe(sent.Select(answer => answer.Json.MessageId()), ignoreOrder: true);
        history.Where(message => message.GetProperty("agentId").ValueKind is System.Text.Json.JsonValueKind.String)
            .Select(message => message.GetProperty("inReplyToMessageId").GetGuid()).ShouldBe(asked);
    }

    [Fact]
    public async Task Message_ManyTimesAtOnceUnderItsId_IsOneMessageAndOneReply()
    {
        var session = await _api.OpenAsync();
        var body = new { content = "Hello", messageId = "the-one" };

        var sent = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => _api.TellAsync(session.Id(), body)));

        sent.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(201, sent[0].Text);
        sent.Count(answer => !answer.WasReplayed).ShouldBe(1);
        await factory.Posted.WaitForAnswersAsync(session.Channel(), 1);
        (await _api.SaidAsync(session.Id())).Count.ShouldBe(2);
        (await _api.ReadAsync(session.Id())).Json.Renewals().ShouldBe(1);
    }

    [Fact]
    public async Task Messages_ManyAtOnceOverEveryTransport_AreEachToldTheirOwnReply()
    {
        var session = await _api.OpenIdAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(turn => new Func<Task>[] { () => AskAsync(turn), () => FollowAsync(turn) }).Select(ask => ask()));

        var said = await _api.SaidAsync(session);
        said.Count.ShouldBe(40);
        said.Select(message => message.MessageId()).ShouldBeUnique();

        async Task AskAsync(int turn) => (await _api.TellAsync(session, new { content = $"I ask {turn}", transport = "http" })).ReplyIn().ShouldNotBeNullOrEmpty();

        async Task FollowAsync(int turn)
        {
            using var stream = await _api.FollowAsync(session, new { content = $"I follow {turn}", transport = "sse" });
            var question = (await stream.NextAsync("user_message")).MessageId();
            var done = (await stream.RestAsync())[^1];
            (done.Type, done.Data.GetProperty("messageId").GetGuid()).ShouldBe(("done", question));
        }
    }

    [Fact]
    public async Task Messages_WhileTheSessionIsDeleted_AreEachInTheChannelOrRefused()
    {
        for (var round = 0; round < 5; round++)
        {
            var session = await _api.OpenAsync();
            var sending = Enumerable.Range(0, 10).Select(turn => _api.TellAsync(session.Id(), new { content = $"I am {turn}" })).ToList();
            var ending = Task.Run(() => _api.EndAsync(session.Id()));
            sending.AddRange(Enumerable.Range(10, 10).Select(turn => _api.TellAsync(session.Id(), new { content = $"I am {turn}" })));

            (await ending).ShouldBe(200);
            var stored = new List<Guid>();
            foreach (var answer in await Task.WhenAll(sending))
            {
                if (answer.Status == 201) stored.Add(answer.Json.MessageId());
                else answer.ShouldBeUnknown($"{session.Id()}");
            }

            // A channel in which nothing was said goes with its session.
            if (stored.Count == 0) continue;
            await factory.Posted.WaitForAnswersAsync(session.Channel(), stored.Count);
            (await _api.HistoryAsync(session.Channel())).Where(message => message.GetProperty("agentId").ValueKind is System.Text.Json.JsonValueKind.Null)
                .Select(message => message.MessageId()).ShouldBe(stored, ignoreOrder: true);
        }
    }
}
