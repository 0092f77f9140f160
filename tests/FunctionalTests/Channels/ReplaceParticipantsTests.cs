using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

/// <summary>The list of participants in a channel's metadata, which the reference's client reads, changes and sends back as a whole.</summary>
public sealed class ReplaceParticipantsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Field = "participantCentralUserIds";

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task List_ReadChangedAndSentBack_AddsAndRemoves()
    {
        var channel = await _api.CreateChannelAsync("as-the-client-does", withEliza: true);
        (await ReadAsync(channel)).ShouldBe([Api.Eliza]);

        (await ReplaceAsync(channel, [.. await ReadAsync(channel), "ada", "bob"])).ShouldBe([Api.Eliza, "ada", "bob"], ignoreOrder: true);
        (await ReplaceAsync(channel, [.. (await ReadAsync(channel)).Where(id => id != "ada")])).ShouldBe([Api.Eliza, "bob"], ignoreOrder: true);

        var details = (await _api.GetAsync($"/api/messaging/central-channels/{channel}/details")).ShouldBe(200).Data;
        details.GetProperty("metadata").GetProperty(Field).EnumerateArray().Select(id => id.GetString()).ShouldBe([Api.Eliza, "bob"], ignoreOrder: true);
        (await ReplaceAsync(channel, [])).ShouldBeEmpty();
        (await _api.GetAsync($"/api/messaging/channels/{channel}")).Data.GetProperty("metadata").GetRawText().ShouldBe("{}");
    }

    [Fact]
    public async Task Owners_WhoAreNotListed_Stay()
    {
        var ada = await factory.UserAsync("ada");
        var channel = await ada.CreateChannelAsync("adas-list");
        await _api.JoinAsync(channel, "boss", "admin");

        (await PatchAsync(await factory.UserAsync("boss"), channel, ["carol"])).ShouldBe(200);

        (await ReadAsync(channel)).ShouldBe(["ada", "carol"], ignoreOrder: true);
        (await PatchAsync(await factory.UserAsync("boss"), channel, ["boss"])).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Roles_OfThoseWhoStay_AreKept()
    {
        var channel = await _api.CreateChannelAsync("keeps-roles");
        await _api.JoinAsync(channel, "guest", "guest");
        await ReplaceAsync(channel, ["guest", "new"]);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants/guest")).ShouldBe(200).Data.GetProperty("role").GetString().ShouldBe("guest");
        (await _api.GetAsync($"/api/messaging/channels/{channel}/participants/new")).ShouldBe(200).Data.GetProperty("role").GetString().ShouldBe("member");
    }

    [Fact]
    public async Task Field_InMetadataThatAClientSends_IsNotStored()
    {
        var made = (await _api.PostAsync("/api/messaging/channels", new { name = "reserved", metadata = new { a = 1, participantCentralUserIds = new[] { "mallory" } } })).ShouldBe(201).Data;
        made.GetProperty("metadata").GetRawText().ShouldBe("""{"a":1}""");
        var channel = made.GetProperty("id").GetGuid();
        (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { metadata = new { participantCentralUserIds = new[] { "mallory" } } })).ShouldBe(200)
            .Data.GetProperty("metadata").GetRawText().ShouldBe("{}");
        (await ReadAsync(channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OfMoreThanAThousand_IsNeitherToldNorReplaced()
    {
        var channel = (await _api.PostAsync("/api/messaging/group-channels", new { name = "crowd", participants = Enumerable.Range(0, 1000).Select(i => $"user-{i}") }))
            .ShouldBe(201).Data.GetProperty("id").GetGuid();
        (await ReadAsync(channel)).Count.ShouldBe(1000);
        await _api.JoinAsync(channel, "one-more");

        (await ReadAsync(channel)).ShouldBeEmpty();
        (await PatchAsync(_api, channel, ["ada"])).ShouldBeError(409, "CONFLICT").Details.ShouldContain("more than 1000");
        (await _api.PatchAsync($"/api/messaging/channels/{channel}", new { description = "Still a crowd" })).ShouldBe(200).Data.GetProperty("metadata").GetRawText().ShouldBe("{}");
    }

    [Fact]
    public async Task List_ReplacedFortyTimesAtOnce_IsOneOfThoseSent()
    {
        var channel = await _api.CreateChannelAsync("replace-race");
        string[][] lists = [.. Enumerable.Range(0, 40).Select(i => new[] { "common", $"user-{i % 5}", $"user-{i}" })];

        var answers = await Task.WhenAll(lists.Select(list => PatchAsync(_api, channel, list)));

        foreach (var answer in answers) answer.ShouldBe(200);
        var left = (await ReadAsync(channel)).Order(StringComparer.Ordinal).ToList();
        lists.ShouldContain(list => list.Distinct().Order(StringComparer.Ordinal).SequenceEqual(left), string.Join(' ', left));
    }

    [Fact]
    public async Task List_ReplacedWhileFortyJoinAndLeave_StaysWhole()
    {
        var channel = await _api.CreateChannelAsync("churn");
        var moves = Enumerable.Range(0, 40).Select(i => (i % 4) switch
        {
            0 => PatchAsync(_api, channel, ["fixed", $"user-{i}"]),
            1 => _api.DeleteAsync($"/api/messaging/channels/{channel}/participants/fixed"),
            _ => _api.PostAsync($"/api/messaging/channels/{channel}/participants", new { userId = $"joiner-{i}" }),
        });
        foreach (var answer in await Task.WhenAll(moves)) answer.Status.ShouldBeOneOf(200, 201, 404);

        var listed = (await _api.GetAsync($"/api/messaging/channels/{channel}/participants?limit=100")).ShouldBe(200).Data;
        listed.GetProperty("participants").EnumerateArray().Select(row => row.GetProperty("id").GetString()!).ShouldBe(await ReadAsync(channel), ignoreOrder: true);
    }

    private async Task<IReadOnlyList<string>> ReplaceAsync(Guid channel, string[] ids)
    {
        (await PatchAsync(_api, channel, ids)).ShouldBe(200);
        return await ReadAsync(channel);
    }

    private async Task<IReadOnlyList<string>> ReadAsync(Guid channel)
    {
        var metadata = (await _api.GetAsync($"/api/messaging/channels/{channel}/details")).ShouldBe(200).Data.GetProperty("metadata");
        return metadata.TryGetProperty(Field, out var ids) ? [.. ids.EnumerateArray().Select(id => id.GetString()!)] : [];
    }

    private static Task<Answer> PatchAsync(Api api, Guid channel, string[] ids) =>
        api.PatchAsync($"/api/messaging/channels/{channel}", new Dictionary<string, object> { [Field] = ids });
}
