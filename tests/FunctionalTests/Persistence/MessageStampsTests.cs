using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>The stamps that the unit of work gives, on a clock that stands still or goes as the test says.</summary>
public sealed class MessageStampsTests(ScriptedFactory factory) : IClassFixture<ScriptedFactory>
{
    private readonly Api _api = factory.Api;

    private long Now => factory.Time.GetUtcNow().ToUnixTimeMilliseconds();

    [Fact]
    public async Task Stamps_WhenManyPostAtOnceInOneMillisecond_FollowEachOtherInTheOrderOfCommits()
    {
        var channel = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => _api.SubmitAsync(channel.Value, $"{i}", $"user-{i % 7}")));

        (await StampsAsync(channel)).ShouldBe(Block(Now, 60));
        await ShouldHoldAsync(channel, count: 60, last: Now + 59);
    }

    [Fact]
    public async Task Stamps_OfABatchIntoTwoChannels_FollowEachOtherInEach()
    {
        var channels = new[] { await OpenAsync(), await OpenAsync() };
        var messages = Enumerable.Range(0, 100).Select(i => new { channel_id = channels[i % 2].Value, author_id = "ada", content = $"{i}" });

        (await _api.PostAsync("/api/messaging/messages/batch", new { messages })).ShouldBe(200).Data.GetProperty("succeeded").GetInt32().ShouldBe(100);

        foreach (var (channel, first) in channels.Select((channel, i) => (channel, i)))
        {
            var stored = await StampedUnit.StoredAsync(factory, channel);
            stored.Select(message => message.Content.Value).ShouldBe(Enumerable.Range(0, 50).Select(i => $"{2 * i + first}"));
            stored.Select(message => message.Stamp).ShouldBe(Block(Now, 50));
        }
    }

    [Fact]
    public async Task Stamps_WhenTheClockGoesBack_GoOnUntilItHasCaughtUp()
    {
        var channel = await OpenAsync();
        var now = factory.Time.GetUtcNow();

        foreach (var at in new[] { now, now.AddHours(-1), now.AddHours(-1).AddMilliseconds(5), now.AddMilliseconds(2), now.AddMilliseconds(4) })
        {
            await using var unit = new StampedUnit(factory);
            unit.Add(channel, at);
            (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        }

        (await StampsAsync(channel)).ShouldBe([Now, Now + 1, Now + 2, Now + 3, Now + 4]);
    }

    [Fact]
    public async Task Stamps_WhenUnitsCommitInAnotherOrderThanTheirTimes_FollowTheCommits()
    {
        var channel = await OpenAsync();
        await using var early = new StampedUnit(factory);
        await using var late = new StampedUnit(factory);
        var saidEarly = early.Add(channel, factory.Time.GetUtcNow(), 2);
        var saidLate = late.Add(channel, factory.Time.GetUtcNow().AddMilliseconds(10));

        (await late.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        (await early.CommitAsync()).ShouldBe(CommitOutcome.Saved);

        var stored = await StampedUnit.StoredAsync(factory, channel);
        stored.Select(message => message.Id).ShouldBe([.. saidLate, .. saidEarly]);
        stored.Select(message => message.Stamp).ShouldBe([Now + 10, Now + 11, Now + 12]);
        await ShouldHoldAsync(channel, count: 3, last: Now + 12);
    }

    /// <summary>A sort that is not stable mixes up more than sixteen.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Stamps_OfAUnit_AreInTheOrderInWhichItsMessagesWereAdded(int count)
    {
        var channel = await OpenAsync();
        await using var unit = new StampedUnit(factory);
        IReadOnlyList<MessageId> said = [.. unit.Add(channel, factory.Time.GetUtcNow().AddMilliseconds(5), count), .. unit.Add(channel, factory.Time.GetUtcNow(), count)];

        (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);

        var stored = await StampedUnit.StoredAsync(factory, channel);
        stored.Select(message => message.Id).ShouldBe(said);
        stored.Select(message => message.Stamp).ShouldBe(Block(Now + 5, 2 * count));
    }

    [Fact]
    public async Task Stamps_InAChannelOfTheSameUnit_BeginWithItsFirstMessage()
    {
        await using var unit = new StampedUnit(factory);
        var opened = Channel.Create(
            ServerId.Default, ChannelType.Text, $"same-unit-{Guid.CreateVersion7():N}", null, Metadata.Empty, isPrivate: false, factory.Time.GetUtcNow()).Value;
        unit.Get<IChannelRepository>().Add(opened);
        var said = unit.Add(opened.Id, factory.Time.GetUtcNow(), 30);

        (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        await _api.SubmitAsync(opened.Id.Value, "next");

        (await StampedUnit.StoredAsync(factory, opened.Id)).Select(message => message.Id).Take(30).ShouldBe(said);
        (await StampsAsync(opened.Id)).ShouldBe(Block(Now, 31));
        await ShouldHoldAsync(opened.Id, count: 31, last: Now + 30);
    }

    [Fact]
    public async Task Stamps_OfJobsAndMirroredRooms_BeginWithTheirFirstMessage()
    {
        var job = (await _api.PostAsync("/api/messaging/jobs", new { agentId = ScriptedAgent.Id, userId = "ada", content = "Hello" })).ShouldBe(201).Data;
        var ofJob = await ChannelOfJobAsync(job);
        (await factory.Agent.AskedAsync()).SetResult(new AgentAnswer("Hi", null));
        await factory.Posted.WaitForAnswersAsync(ofJob.Value, 1);
        object[] said = [.. Enumerable.Range(0, 20).Select(i => new { id = $"{i}", authorId = "ada", content = $"{i}" })];
        var ingested = (await _api.PostAsync("/api/messaging/ingest-external", new { platform = "discord", channelId = "room", messages = said })).ShouldBe(200).Data;
        ChannelId ofRoom = new(ingested.GetProperty("channelId").GetGuid());

        (await StampsAsync(ofJob)).ShouldBe(Block(Now, 2));
        (await StampsAsync(ofRoom)).ShouldBe(Block(Now, 20));
        await ShouldHoldAsync(ofJob, count: 2, last: Now + 1);
        await ShouldHoldAsync(ofRoom, count: 20, last: Now + 19);
    }

    [Fact]
    public async Task Stamps_OfDeletedMessages_AreNeverGivenAgain()
    {
        var channel = await OpenAsync();
        for (var i = 0; i < 3; i++) await _api.SubmitAsync(channel.Value, $"{i}");
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}/messages")).ShouldBe(200);

        await _api.SubmitAsync(channel.Value, "after all were gone");

        // That they were deleted has a stamp too.
        (await StampsAsync(channel)).ShouldBe([Now + 4]);
        await ShouldHoldAsync(channel, count: 1, last: Now + 4);
    }

    [Fact]
    public async Task Commit_WhenTheChannelIsGoneMeanwhile_IsStaleAndSavesNothing()
    {
        var (channel, other) = (await OpenAsync(), await OpenAsync());
        await using var unit = new StampedUnit(factory);
        unit.Add(channel, factory.Time.GetUtcNow());
        unit.Add(other, factory.Time.GetUtcNow());
        (await _api.DeleteAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);

        (await unit.CommitAsync()).ShouldBe(CommitOutcome.Stale);

        unit.Get<IUnitOfWork>().Discard();
        await ShouldHoldAsync(other, count: 0, last: 0);
        await _api.SubmitAsync(other.Value, "and others write on");
    }

    /// <summary>Not even by a unit that writes all that it knows of the channel.</summary>
    [Fact]
    public async Task LastStamp_AsALoadedChannelSawIt_IsNotWrittenBack()
    {
        var channel = await OpenAsync();
        await using var unit = new StampedUnit(factory);
        var loaded = (await unit.Get<IChannelRepository>().FindAsync(new ChannelById(channel), TestContext.Current.CancellationToken))!;
        await _api.SubmitAsync(channel.Value, "meanwhile");

        unit.Db.Update(loaded);
        (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);

        await ShouldHoldAsync(channel, count: 1, last: Now);
    }

    private static IEnumerable<long> Block(long first, int count) => Enumerable.Range(0, count).Select(i => first + i);

    private async Task<ChannelId> OpenAsync() => new(await _api.CreateChannelAsync($"stamps-{Guid.CreateVersion7():N}"));

    private async Task<ChannelId> ChannelOfJobAsync(JsonElement job) =>
        new((await _api.GetAsync($"/api/messaging/jobs/{job.GetProperty("jobId").GetGuid()}")).ShouldBe(200).Data.GetProperty("channelId").GetGuid());

    private async Task<IReadOnlyList<long>> StampsAsync(ChannelId channel) =>
        [.. (await StampedUnit.StoredAsync(factory, channel)).Select(message => message.Stamp)];

    private async Task ShouldHoldAsync(ChannelId channel, long count, long last)
    {
        var row = await factory.QueryAsync(db => db.Channels.AsNoTracking().SingleAsync(row => row.Id == channel));
        (row.MessageCount, row.LastStamp).ShouldBe((count, last));
    }
}
