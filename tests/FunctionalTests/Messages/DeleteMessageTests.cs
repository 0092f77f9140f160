using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Messages;

public sealed class DeleteMessageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("channels")]
    [InlineData("central-channels")]
    public async Task DeleteMessage_ByItsAuthor_TakesItOutOfTheChannel(string path)
    {
        var channel = await _api.CreateOpenAsync();
        var ada = await factory.UserAsync("ada");
        var id = await ada.SubmitAsync(channel, "Hello", "ada");

        var answer = (await ada.DeleteAsync($"/api/messaging/{path}/{channel}/messages/{id}")).ShouldBe(200);

        (answer.Json.GetProperty("success").GetBoolean(), answer.Data.GetProperty("success").GetBoolean()).ShouldBe((true, true));
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();
        (await _api.CountAsync(channel)).ShouldBe(0);
        (await _api.GetAsync($"/api/messaging/messages/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/messages?before={id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await ada.DeleteAsync($"/api/messaging/{path}/{channel}/messages/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task DeleteMessage_ByOthers_TakesTheManagementOfTheChannel()
    {
        var channel = await _api.CreatePrivateAsync("ada", "bob");
        await _api.JoinAsync(channel, "admin", "admin");
        var elsewhere = await _api.CreateOpenAsync();
        var id = await _api.SubmitAsync(channel, "Hello", "ada");

        (await (await factory.UserAsync("bob")).DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.ServiceAsync("messages:read")).DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.DeleteAsync($"/api/messaging/channels/{elsewhere}/messages/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.DeleteAsync($"/api/messaging/channels/x/messages/{id}")).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe("Channel with ID 'x' does not exist");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/x")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await (await factory.UserAsync("admin")).DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBe(200);
    }

    [Fact]
    public async Task ClearMessages_ByWhoManages_TellsHowMany()
    {
        var channel = await _api.CreatePrivateAsync("ada", "bob");
        for (var i = 0; i < 3; i++) await _api.SubmitAsync(channel, $"{i}", "ada");

        (await (await factory.UserAsync("ada")).DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBeError(403, "PERMISSION_DENIED");
        var cleared = (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);

        (cleared.Json.GetProperty("deleted").GetInt64(), cleared.Data.GetProperty("deleted").GetInt64()).ShouldBe((3, 3));
        (await _api.CountAsync(channel)).ShouldBe(0);
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200).Data.GetProperty("deleted").GetInt64().ShouldBe(0);
        (await _api.DeleteAsync("/api/messaging/channels/x/messages")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task ClearMessagesOfUser_ByItselfOrWhoManages_LeavesTheOthers()
    {
        var channel = await _api.CreatePrivateAsync("ada", "bob");
        foreach (var author in new[] { "ada", "bob", "ada", "bob", "bob" }) await _api.SubmitAsync(channel, "Hello", author);
        var all = $"/api/messaging/channels/{channel}/messages/all";

        (await _api.DeleteAsync(all)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe("Required field 'userId' is missing");
        (await _api.DeleteAsync($"{all}?userId=two+words")).ShouldBeError(400, "VALIDATION_ERROR");
        (await (await factory.UserAsync("ada")).DeleteAsync($"{all}?userId=bob")).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.DeleteAsync("/api/messaging/channels/x/messages/all?userId=bob")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await (await factory.UserAsync("ada")).DeleteAsync($"{all}?userId=ada")).ShouldBe(200).Data.GetProperty("deleted").GetInt64().ShouldBe(2);
        (await _api.CountAsync(channel)).ShouldBe(3);
        (await _api.DeleteAsync($"{all}?userId=bob")).ShouldBe(200).Data.GetProperty("deleted").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task DeleteMessage_InEveryWay_LeavesItsTextNowhere()
    {
        var channel = await _api.CreateOpenAsync();
        foreach (var (word, path) in new[] { ("xylographer", "messages/{id}"), ("quizzicality", "messages"), ("zymurgist", "messages/all?userId=ada") })
        {
            var body = new { channel_id = channel, author_id = "ada", content = $"the {word} one", messageId = $"key-{word}" };
            var id = (await _api.PostAsync("/api/messaging/submit", body)).ShouldBe(201).Data.GetProperty("id").GetString();
            (await _api.EditAsync(Guid.Parse(id!), $"the {word} two")).ShouldBe(200);
            (await TablesWithAsync(word)).ShouldBe(["Messages", "MessageRevisions", "StoredAnswers"], ignoreOrder: true);

            (await _api.DeleteAsync($"/api/messaging/channels/{channel}/{path.Replace("{id}", id)}")).ShouldBe(200);

            (await TablesWithAsync(word)).ShouldBeEmpty();
            (await _api.PostAsync("/api/messaging/submit", body)).ShouldBeError(409, "CONFLICT").Details.ShouldContain("has been deleted");
        }
    }

    [Fact]
    public async Task DeleteMessage_WhileItsAgentWorks_TakesTheRunAlong()
    {
        var channel = await _api.CreateOpenAsync(withEliza: true);
        for (var i = 0; i < 10; i++)
        {
            var id = await _api.SubmitAsync(channel, "I am sad");
            (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBe(200);
        }
        var last = await _api.SubmitAsync(channel, "I am still sad");
        await WaitForAnswerToAsync(channel, last);

        (await _api.CountAsync(channel)).ShouldBe((await _api.HistoryAsync(channel)).Count);
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.Contains("could not be saved"));
    }

    [Fact]
    public async Task Clear_AHundredTimesAtOnce_CountsEachMessageOnce()
    {
        var channel = await _api.CreateOpenAsync();
        for (var i = 0; i < 30; i++) await _api.SubmitAsync(channel, $"{i}");

        var cleared = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")));

        cleared.Sum(answer => answer.ShouldBe(200).Data.GetProperty("deleted").GetInt64()).ShouldBe(30);
    }

    [Fact]
    public async Task Delete_WhileOthersPost_KeepsTheCounterTrue()
    {
        var channel = await _api.CreateOpenAsync();
        var first = new List<Guid>();
        for (var i = 0; i < 20; i++) first.Add(await _api.SubmitAsync(channel, $"{i}"));

        var deleting = first.Select(id => _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}"));
        var posting = Enumerable.Range(0, 40).Select(i => _api.PostAsync($"/api/messaging/channels/{channel}/messages", new { author_id = i % 2 == 0 ? "ada" : "bob", content = $"new {i}" }));
        var clearing = Enumerable.Range(0, 5).Select(_ => _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/all?userId=bob"));
        var answers = await Task.WhenAll([.. deleting, .. posting, .. clearing]);

        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 201);
        var rows = await factory.QueryAsync(db => db.Messages.CountAsync(message => message.ChannelId == new ChannelId(channel)));
        (await _api.CountAsync(channel)).ShouldBe(rows);
        rows.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task Delete_OfOneMessageByForty_SucceedsOnce()
    {
        var channel = await _api.CreateOpenAsync();
        var id = await _api.SubmitAsync(channel, "Hello");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Status == 404).ShouldBe(39);
        (await _api.CountAsync(channel)).ShouldBe(0);
    }

    [Trait("Database", "Sqlite")]
    [Fact]
    public async Task Delete_OfTheOnlyMessageWithAWord_LeavesTheWordNowhereInTheIndex()
    {
        var channel = await _api.CreateChannelAsync("forgotten-word");
        var id = await _api.SubmitAsync(channel, "zyzzyvaquux");
        (await BlocksWithAsync("zyzzyvaquux")).ShouldBe(1, "The look-up finds what is there.");

        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{id}")).ShouldBe(200);

        (await BlocksWithAsync("zyzzyvaquux")).ShouldBe(0);
    }

    private Task<int> BlocksWithAsync(string word) => factory.QueryAsync(db => db.Database
        .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM MessageWords_data WHERE instr(block, CAST({word} AS BLOB)) > 0").SingleAsync());

    private async Task WaitForAnswerToAsync(Guid channel, Guid message)
    {
        for (var answers = 1; ; answers++)
        {
            await factory.Posted.WaitForAnswersAsync(channel, answers);
            if (await factory.QueryAsync(db => db.Messages.AnyAsync(reply => reply.InReplyTo == new MessageId(message)))) return;
        }
    }

    /// <summary>The tables that hold the text, in whichever column; the index of words, which holds words and no texts, is no one's.</summary>
    private async Task<IReadOnlyList<string>> TablesWithAsync(string text)
    {
        var found = new List<string>();
        if (TestDatabase.IsPostgreSql)
        {
            foreach (var table in await factory.QueryAsync(db => db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'").ToListAsync()))
            {
                var rows = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\" AS row WHERE position({{0}} IN CAST(row AS text)) > 0";
                if (await factory.QueryAsync(db => db.Database.SqlQueryRaw<long>(rows, text).SingleAsync()) > 0) found.Add(table);
            }
            return found;
        }
        var tables = await factory.QueryAsync(db => db.Database.SqlQueryRaw<string>(
            "SELECT name AS Value FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'MessageWords%'").ToListAsync());
        foreach (var table in tables)
        {
            var columns = await factory.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync());
            var any = string.Join(" OR ", columns.Select(column => $"instr(CAST(\"{column}\" AS TEXT), {{0}}) > 0"));
            var count = $"SELECT COUNT(*) AS Value FROM \"{table}\" WHERE {any}";
            if (await factory.QueryAsync(db => db.Database.SqlQueryRaw<int>(count, text).SingleAsync()) > 0) found.Add(table);
        }
        return found;
    }
}
