using System.Diagnostics.Metrics;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.FunctionalTests.Sessions;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Many units of work in one transaction: what one of them does never harms another.</summary>
public sealed class CommitterTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Committer Committer => factory.Services.GetRequiredService<Committer>();

    [Fact]
    public async Task APoisonedUnit_Among127GoodOnes_FailsAlone()
    {
        var channel = await OpenAsync();
        var units = Enumerable.Range(0, 128).Select(_ => new StampedUnit(factory)).ToList();
        for (var i = 0; i < 128; i++) units[i].Add(channel, DateTimeOffset.UnixEpoch, author: i == 50 ? null : "ada");

        var commits = await InOneLineAsync(() => [.. units.Select(unit => unit.CommitAsync())]);

        for (var i = 0; i < 128; i++)
        {
            if (i == 50) await Should.ThrowAsync<Exception>(commits[i]);
            else (await commits[i]).ShouldBe(CommitOutcome.Saved);
        }
        var stored = await StampedUnit.StoredAsync(factory, channel);
        stored.Count.ShouldBe(127);
        stored.Select(message => message.Stamp).ShouldBe(Enumerable.Range(1, 127).Select(i => (long)i));
        foreach (var unit in units) await unit.DisposeAsync();
    }

    /// <summary>All are written again then, because it has to be undone alone.</summary>
    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task APoisonedUnit_OfWhichAPartIsWritten_FailsAloneAndLeavesNothing()
    {
        var (channel, other) = (await OpenAsync(), await OpenAsync());
        var units = Enumerable.Range(0, 5).Select(_ => new StampedUnit(factory)).ToList();
        foreach (var unit in units) unit.Add(channel, DateTimeOffset.UnixEpoch, count: 2);
        units[2].Add(other, DateTimeOffset.UnixEpoch);
        units[2].Add(other, DateTimeOffset.UnixEpoch, author: null);

        var commits = await InOneLineAsync(() => [.. units.Select(unit => unit.CommitAsync())]);

        await Should.ThrowAsync<Exception>(commits[2]);
        foreach (var i in new[] { 0, 1, 3, 4 }) (await commits[i]).ShouldBe(CommitOutcome.Saved);
        (await StampedUnit.StoredAsync(factory, channel)).Select(message => message.Stamp).ShouldBe(Enumerable.Range(1, 8).Select(i => (long)i));
        (await StampedUnit.StoredAsync(factory, other)).ShouldBeEmpty();
        await WordsShouldBeThoseOfTheMessagesAsync();
        foreach (var unit in units) await unit.DisposeAsync();
    }

    /// <summary>Their words are put to the disk together, not message by message.</summary>
    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task ABatch_OfMessages_AddsAtMostOneSegmentOfWords()
    {
        var channel = await OpenAsync();
        await using (var earlier = new StampedUnit(factory))
        {
            earlier.Add(channel, DateTimeOffset.UnixEpoch);
            (await earlier.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        }
        var units = Enumerable.Range(0, 13).Select(_ => new StampedUnit(factory)).ToList();
        foreach (var unit in units) unit.Add(channel, DateTimeOffset.UnixEpoch);
        await MergeWordsAsync();

        var commits = await InOneLineAsync(() => [.. units.Select(unit => unit.CommitAsync())]);

        (await Task.WhenAll(commits)).ShouldAllBe(outcome => outcome == CommitOutcome.Saved);
        // The server's own sweepers may have stood between them.
        (await SegmentsAsync()).ShouldBeInRange(2, 4);
        await WordsShouldBeThoseOfTheMessagesAsync();
        foreach (var unit in units) await unit.DisposeAsync();
    }

    [Fact]
    [Trait("Database", "Sqlite")]
    public async Task Units_WhereItIsQuiet_AreSavedOnTheirCallersThreads()
    {
        var channel = await OpenAsync();
        var mine = new AsyncLocal<bool>();
        var saved = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == CommitMeter.Name) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, _, _, _) =>
        {
            if (mine.Value) saved++;
        });
        listener.Start();

        // A sweeper that writes in between is no crowd; but the units may come together with one of its.
        mine.Value = true;
        for (var i = 0; saved < 5; i++)
        {
            i.ShouldBeLessThan(500);
            await using var unit = new StampedUnit(factory);
            unit.Add(channel, DateTimeOffset.UnixEpoch);
            (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);
        }
        saved = 0;
        var crowd = Enumerable.Range(0, 20).Select(_ => new StampedUnit(factory)).ToList();
        foreach (var unit in crowd) unit.Add(channel, DateTimeOffset.UnixEpoch);
        var commits = await InOneLineAsync(() => [.. crowd.Select(unit => unit.CommitAsync())]);

        (await Task.WhenAll(commits)).ShouldAllBe(outcome => outcome == CommitOutcome.Saved);
        saved.ShouldBe(0);
        foreach (var unit in crowd) await unit.DisposeAsync();
    }

    [Fact]
    public async Task ATakenId_AmongOtherUnits_IsStaleAloneAndLeavesNothing()
    {
        var channel = await OpenAsync();
        await using var first = new StampedUnit(factory);
        await using var second = new StampedUnit(factory);
        await using var third = new StampedUnit(factory);
        var id = MessageId.New(DateTimeOffset.UnixEpoch);
        foreach (var (unit, given) in new[] { (first, id), (second, id), (third, MessageId.New(DateTimeOffset.UnixEpoch)) })
            unit.Add(channel, DateTimeOffset.UnixEpoch, id: given);

        var commits = await InOneLineAsync(() => [first.CommitAsync(), second.CommitAsync(), third.CommitAsync()]);

        (await Task.WhenAll(commits)).ShouldBe([CommitOutcome.Saved, CommitOutcome.Refused, CommitOutcome.Saved]);
        (await StampedUnit.StoredAsync(factory, channel)).Select(message => message.Stamp).ShouldBe([1L, 2L]);
    }

    [Fact]
    public async Task AUnit_WhenTheLineIsFull_IsRefusedAtOnceAndThoseInLineAreSaved()
    {
        var channel = await OpenAsync();
        await using var last = new StampedUnit(factory);
        last.Add(channel, DateTimeOffset.UnixEpoch);
        await using var scope = factory.Services.CreateAsyncScope();
        var premises = scope.ServiceProvider.GetRequiredService<Premises>();

        var commits = await InOneLineAsync(() =>
        [
            .. Enumerable.Range(0, CommitLine.MaxLength).Select(async _ => (await Committer.CommitAsync(CommitUnit.Nothing(premises), Token)).Outcome),
            last.CommitAsync(),
        ]);

        // The server's own sweepers may have stood in line before.
        (await Task.WhenAll(commits[..^1])).Count(outcome => outcome is CommitOutcome.Saved).ShouldBeInRange(CommitLine.MaxLength - 10, CommitLine.MaxLength);
        (await commits[^1]).ShouldBe(CommitOutcome.Refused);
        (await StampedUnit.StoredAsync(factory, channel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AUnit_WhoseCallerIsGoneBeforeItIsTaken_IsNotSaved()
    {
        var channel = await OpenAsync();
        await using var gone = new StampedUnit(factory);
        await using var other = new StampedUnit(factory);
        using var caller = new CancellationTokenSource();
        gone.Add(channel, DateTimeOffset.UnixEpoch);
        var kept = other.Add(channel, DateTimeOffset.UnixEpoch);

        var commits = await InOneLineAsync(() => [gone.CommitForAsync(caller.Token), other.CommitAsync()], caller.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(commits[0]);
        (await commits[1]).ShouldBe(CommitOutcome.Saved);
        (await StampedUnit.StoredAsync(factory, channel)).Select(message => message.Id).ShouldBe(kept);
    }

    [Fact]
    public async Task AUnit_WhoseCallerIsGoneAfterItIsTaken_IsSaved()
    {
        await using var scope = factory.Services.CreateAsyncScope();
        var taken = CommitUnit.Nothing(scope.ServiceProvider.GetRequiredService<Premises>());
        taken.TryTake().ShouldBeTrue();

        taken.Drop(Token);
        taken.WhenDone.IsCompleted.ShouldBeFalse();
        taken.End(Commit.Saved([]));

        (await taken.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        taken.TryTake().ShouldBeFalse();
    }

    [Fact]
    public async Task AUnit_InALineThatDoesNotMove_IsRefusedAfterAWhile()
    {
        var channel = await OpenAsync();
        await using var unit = new StampedUnit(factory);
        unit.Add(channel, DateTimeOffset.UnixEpoch);

        var commits = await InOneLineAsync(() => [unit.CommitAsync()], () => factory.Time.Advance(WriteGate.MaxWait));

        (await commits[0]).ShouldBe(CommitOutcome.Refused);
        (await StampedUnit.StoredAsync(factory, channel)).ShouldBeEmpty();
    }

    /// <summary>Of those who change one row, each batch lets one through; nobody is outrun so often that it gives up.</summary>
    [Fact]
    public async Task OneSession_UsedByAHundredAtOnce_HearsThemAll()
    {
        var session = await _api.OpenIdAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _api.PostAsync($"/api/messaging/sessions/{session}/messages", new { content = $"{i}" })));

        answers.ShouldAllBe(answer => answer.Status == 201);
    }

    private async Task<ChannelId> OpenAsync() => new(await _api.CreateChannelAsync($"line-{Guid.CreateVersion7()}"));

    private Task<long> SegmentsAsync() => factory.QueryAsync(db =>
        db.Database.SqlQuery<long>($"SELECT COUNT(DISTINCT segid) AS Value FROM \"MessageWords_idx\"").SingleAsync(Token));

    /// <summary>Merges all segments of words, so that none of those to come is merged before it is counted.</summary>
    private async Task MergeWordsAsync()
    {
        using var turn = (await factory.Services.GetRequiredService<WriteGate>().TryEnterAsync(Token)).ShouldNotBeNull();
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"MessageWords\" (\"MessageWords\") VALUES ('optimize')", Token));
    }

    /// <summary>FTS5 compares all that it has indexed with the table.</summary>
    private async Task WordsShouldBeThoseOfTheMessagesAsync()
    {
        using var turn = (await factory.Services.GetRequiredService<WriteGate>().TryEnterAsync(Token)).ShouldNotBeNull();
        await factory.QueryAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO \"MessageWords\" (\"MessageWords\", rank) VALUES ('integrity-check', 1)", Token));
    }

    /// <summary>Has units stand in line behind one another while another writer has all places, so that they are saved in one transaction.</summary>
    private async Task<Task<CommitOutcome>[]> InOneLineAsync(Func<Task<CommitOutcome>[]> commit, Action? meanwhile = null)
    {
        using var turn = await factory.StopWritingAsync();
        var commits = commit();
        meanwhile?.Invoke();
        return commits;
    }
}
