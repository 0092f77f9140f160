using Eliza.Application.Feeds;
using Eliza.Infrastructure.Feeds;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Feeds;

/// <summary>Whatever happens, and however it falls together: each listener hears exactly what is behind what it knew, in order, once.</summary>
public sealed class ChannelFeedModelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Listeners_WhateverHappens_HearAllBehindTheirPlaceInOrderAndOnce() => Prop.ForAll(
        Gen.Elements("post", "post", "post", "wake", "join now", "join now", "join early", "leave", "fail", "pause").ListOf(60).ToArbitrary(),
        steps => RunAsync(steps).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task RunAsync(IEnumerable<string> steps)
    {
        var log = new FakeChannelLog();
        for (var i = 0; i < 5; i++) log.Add();
        var feed = new ChannelFeed(Ids.Channel, log.Head, log.ReadAsync, _ => { }, new ChannelWork(Ids.Channel, Ids.Server, new RecordedDrafts()));
        var present = new List<Visit>();
        var gone = new List<Visit>();
        foreach (var step in steps)
        {
            if (step == "post") log.Add();
            if (step is "post" or "wake") feed.Wake();
            if (step == "fail") log.Fail();
            if (step == "pause") await Task.Yield();
            if (step.StartsWith("join", StringComparison.Ordinal)) present.Add(new Visit(feed, log, step == "join now" ? log.Head : 0));
            if (step != "leave" || present.Count == 0) continue;
            gone.Add(present[0]);
            feed.Remove(present[0].Listener);
            present.RemoveAt(0);
        }

        var last = log.Add().Stamp;
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        do feed.WakeIfBehind(last);
        while (!present.TrueForAll(visit => visit.HasHeard(last)) && await again.WaitForNextTickAsync(patience.Token));

        foreach (var visit in present) visit.Heard.ShouldBe(log.Stamps.Where(stamp => stamp > visit.After));
        foreach (var visit in gone)
        {
            await visit.Joining.WaitAsync(TimeSpan.FromSeconds(30), Token);
            visit.Heard.ShouldBe(log.Stamps.Where(stamp => stamp > visit.After).Take(visit.Heard.Count));
        }
    }

    /// <summary>One listener, which reads what it missed and then joins, as streams do.</summary>
    private sealed class Visit
    {
        private readonly List<long> _missed = [];

        public Visit(ChannelFeed feed, FakeChannelLog log, long after)
        {
            After = after;
            Joining = Task.Run(() => JoinAsync(feed, log), Token);
        }

        public long After { get; }

        public Task Joining { get; }

        public RecordedListener Listener { get; } = new();

        public IReadOnlyList<long> Heard => [.. _missed, .. Listener.Told.Select(told => told.Stamp!.Value)];

        public bool HasHeard(long stamp) => Joining.IsCompleted && Heard is [.., var last] && last == stamp;

        private async Task JoinAsync(ChannelFeed feed, FakeChannelLog log)
        {
            var after = After;
            while (await feed.TryAddAsync(Listener, after, Token) is false)
            {
                if (await TryReadAsync(log, after) is not { } page) continue;
                _missed.AddRange(page.Entries.Select(entry => entry.Stamp));
                after = page.Next;
            }
            feed.Wake();
        }

        private static async Task<FeedPage?> TryReadAsync(FakeChannelLog log, long after)
        {
            try
            {
                return await log.ReadAsync(after);
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
