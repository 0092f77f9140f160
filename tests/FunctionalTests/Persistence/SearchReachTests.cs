using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Messages;
using Eliza.Infrastructure.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How far back a search looks, on whichever database.</summary>
public sealed class SearchReachTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ActorId Ada = ActorId.From("reach-ada");
    private static readonly SearchCriteria All = new(null, null, null, null, null, null, 50, 0);

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Search_WithoutWordsAndChannel_LooksThroughTheNewestMessagesAlone()
    {
        var channel = await _api.CreateOpenAsync();
        await _api.SubmitAsync(channel, "early", "reach-ada");
        foreach (var text in new[] { "one", "two" }) await _api.SubmitAsync(channel, text, "reach-bob");
        await _api.SubmitAsync(channel, "late", "reach-ada");

        foreach (var criteria in new[] { All with { Author = Ada }, All with { Author = Ada, Reader = Ada }, All with { Author = Ada, From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UtcNow.AddHours(1) } })
        {
            (await FindAsync(criteria, reach: 4)).ShouldBe("late early");
            (await FindAsync(criteria, reach: 3)).ShouldBe("late");
        }
        (await FindAsync(All with { From = DateTimeOffset.UnixEpoch }, reach: 2)).ShouldBe("late two");
        (await FindAsync(All with { Channel = new ChannelId(channel), Author = Ada }, reach: 1)).ShouldBe("late early");
    }

    [Fact]
    public async Task Search_ByWords_LooksThroughTheNewestThatHoldThem()
    {
        var channel = await _api.CreateOpenAsync();
        await _api.SubmitAsync(channel, "walrus early", "reach-ada");
        foreach (var text in new[] { "walrus one", "nothing", "nothing", "nothing" }) await _api.SubmitAsync(channel, text, "reach-bob");
        await _api.SubmitAsync(channel, "walrus late", "reach-ada");
        var words = All with { Words = SearchText.Create("walrus").Value };

        (await FindAsync(words with { Reader = Ada }, reach: 3)).ShouldBe("late one early");
        (await FindAsync(words with { Author = Ada }, reach: 3)).ShouldBe("late early");
        (await FindAsync(words with { Author = Ada }, reach: 2)).ShouldBe("late");
        (await FindAsync(words with { Author = Ada, Channel = new ChannelId(channel) }, reach: 2)).ShouldBe("late");
        (await FindAsync(words with { Author = Ada, Channel = new ChannelId(channel) }, reach: 3)).ShouldBe("late early");
        (await FindAsync(words, reach: 1)).ShouldBe("late one early", "There is nothing to look for but the words.");
    }

    /// <summary>A span of time in a channel is a range of its order: so one may look further back.</summary>
    [Fact]
    public async Task Search_InASpanOfAChannelsTime_LooksThroughWhatWasSaidThen()
    {
        var channel = await _api.CreateOpenAsync();
        var ids = new List<MessageId>();
        foreach (var text in new[] { "otter first", "otter second", "otter third" }) ids.Add(new MessageId(await _api.SubmitAsync(channel, text, "reach-ada")));
        for (var i = 0; i < ids.Count; i++) await MoveAsync(ids[i], daysAgo: 30 - 10 * i);
        var now = DateTimeOffset.UtcNow;
        var criteria = All with { Channel = new ChannelId(channel), Words = SearchText.Create("otter").Value, Reader = Ada };

        foreach (var some in new[] { criteria, criteria with { Author = Ada }, criteria with { Words = null, Author = Ada }, criteria with { Words = null } })
        {
            (await FindAsync(some with { To = now.AddDays(-25) }, reach: 1)).ShouldBe("first");
            (await FindAsync(some with { From = now.AddDays(-25), To = now.AddDays(-15) }, reach: 1)).ShouldBe("second");
            (await FindAsync(some with { From = now.AddDays(-15) }, reach: 1)).ShouldBe("third");
            (await FindAsync(some with { From = now.AddDays(-25) }, reach: 2)).ShouldBe("third second");
            (await FindAsync(some with { To = now.AddDays(-35) }, reach: 1)).ShouldBe("");
            (await FindAsync(some with { From = now.AddDays(1) }, reach: 1)).ShouldBe("");
        }
    }

    /// <summary>What may not be read is neither found nor counted, in the last place that is looked at as well.</summary>
    [Fact]
    public async Task Search_AmongMessagesThatMayNotBeRead_FindsNoneOfThem()
    {
        var (mine, others) = (await _api.CreatePrivateAsync("reach-ada"), await _api.CreatePrivateAsync("reach-bob"));
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = mine, author_id = "reach-ada", content = "heron mine" })).ShouldBe(201);
        (await _api.PostAsync("/api/messaging/submit", new { channel_id = others, author_id = "reach-bob", content = "heron theirs" })).ShouldBe(201);

        foreach (var criteria in new[] { All with { From = DateTimeOffset.UnixEpoch }, All with { Words = SearchText.Create("heron").Value } })
        {
            (await FindAsync(criteria with { Reader = Ada }, reach: 2)).ShouldBe("mine");
            (await FindAsync(criteria with { Reader = Ada }, reach: 1)).ShouldBe("");
            (await FindAsync(criteria with { Reader = ActorId.From("reach-eve") }, reach: 2)).ShouldNotContain("theirs");
        }
    }

    private Task<int> MoveAsync(MessageId id, int daysAgo)
    {
        var at = DateTimeOffset.UtcNow.AddDays(-daysAgo);
        return factory.QueryAsync(db => db.Messages.Where(message => message.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.CreatedAt, at).SetProperty(message => message.Stamp, at.ToUnixTimeMilliseconds())));
    }

    /// <returns>The last words of what is found; the count has to be the same.</returns>
    private async Task<string> FindAsync(SearchCriteria criteria, int reach)
    {
        var found = await factory.QueryAsync(db =>
            new MessageSearch(db, factory.Services.GetRequiredService<ISearchDialect>()) { Reach = reach }.FindAsync(criteria, TestContext.Current.CancellationToken));
        found.Total.ShouldBe(found.Items.Count);
        return string.Join(' ', found.Items.Select(item => item.Message.Content.Value.Split(' ')[^1]));
    }
}
