using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.FunctionalTests.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>
/// Whoever pages through a session by its cursors, on or back, meets every message that is there exactly once, whatever is posted
/// and deleted between the pages and whatever the clocks say.
/// </summary>
public sealed class SessionCursorsTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private enum Move
    {
        Post,
        Delete,
        ReadOn,
        ReadBack,
        ReadBetween,
    }

    /// <param name="Drift">Where the clock goes before the move, in milliseconds.</param>
    /// <param name="Size">How many are posted, or fit on the page.</param>
    /// <param name="Percent">Which of those that there are.</param>
    private sealed record Step(Move Move, int Drift, int Size, int Percent);

    private static readonly Arbitrary<Step[]> Lives =
        (from move in Gen.Frequency(
            (6, Gen.Constant(Move.Post)), (3, Gen.Constant(Move.Delete)), (5, Gen.Constant(Move.ReadOn)), (5, Gen.Constant(Move.ReadBack)), (2, Gen.Constant(Move.ReadBetween)))
         from drift in Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Choose(1, 3)), (1, Gen.Elements(50, 5000)), (1, Gen.Choose(-20, -1)))
         from size in Gen.Frequency((5, Gen.Choose(1, 4)), (1, Gen.Choose(20, 40)))
         from percent in Gen.Choose(0, 99)
         select new Step(move, drift, size, percent)).ArrayOf(40).ToArbitrary();

    [Fact]
    public void Pages_WhateverHappensBetweenThem_AreAsTheModelSays() =>
        Prop.ForAll(Lives, steps => LiveAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    /// <returns>True: what differs from the model throws.</returns>
    private async Task<bool> LiveAsync(IReadOnlyList<Step> steps)
    {
        var session = (await factory.Api.PostAsync("/api/messaging/sessions", new { agentId = Api.Eliza, userId = Guid.CreateVersion7() })).ShouldBe(201).Json;
        var (path, channel) = ($"/api/messaging/sessions/{session.GetProperty("sessionId").GetGuid()}/messages", new ChannelId(session.GetProperty("channelId").GetGuid()));
        var clock = DateTimeOffset.UtcNow;
        var model = new SessionModel();
        var (readOn, readBack) = (new Cursor { Stamp = 0 }, new Cursor());

        foreach (var step in steps)
        {
            clock = clock.AddMilliseconds(step.Drift);
            switch (step.Move)
            {
                case Move.Post: await PostAsync(step.Size); break;
                case Move.Delete: await DeleteAsync(step.Percent); break;
                case Move.ReadOn: await ReadOnAsync(step.Size); break;
                case Move.ReadBack: await ReadBackAsync(step.Size); break;
                case Move.ReadBetween: await ReadBetweenAsync(step.Size); break;
            }
        }
        while (await ReadOnAsync(3) > 0) { }
        while (await ReadBackAsync(3) > 0) { }
        return true;

        async Task PostAsync(int count)
        {
            await using var unit = new StampedUnit(factory);
            var said = unit.Add(channel, clock, count);
            (await unit.CommitAsync()).ShouldBe(CommitOutcome.Saved);
            model.Add(said.Select(id => id.Value));
        }

        async Task DeleteAsync(int percent)
        {
            if (model.Delete(percent) is not { } message) return;
            (await factory.Api.DeleteAsync($"/api/messaging/channels/{channel}/messages/{message}")).ShouldBe(200);
        }

        async Task<int> ReadOnAsync(int limit)
        {
            var (ids, cursors) = await ReadAsync($"after={readOn.Stamp}", limit, model.Between(readOn.Place + 1, model.Count), isOldestFirst: true);
            (readOn.Stamp, readOn.Place) = (cursors.GetProperty("after").GetInt64(), ids is [var newest, ..] ? model.PlaceOf(newest) : readOn.Place);
            return ids.Count;
        }

        async Task<int> ReadBackAsync(int limit)
        {
            var (ids, cursors) = await ReadAsync($"before={readBack.Stamp}", limit, model.Between(0, readBack.Stamp is null ? model.Count : readBack.Place));
            if (ids is [.., var oldest]) (readBack.Stamp, readBack.Place) = (cursors.GetProperty("before").GetInt64(), model.PlaceOf(oldest));
            return ids.Count;
        }

        async Task ReadBetweenAsync(int limit)
        {
            if (readBack.Stamp is not null)
                await ReadAsync($"before={readBack.Stamp}&after={readOn.Stamp}", limit, model.Between(readOn.Place + 1, readBack.Place));
        }

        async Task<(IReadOnlyList<Guid> Ids, JsonElement Cursors)> ReadAsync(string bounds, int limit, IReadOnlyList<Guid> there, bool isOldestFirst = false)
        {
            var page = (await factory.Api.GetAsync($"{path}?limit={limit}&{bounds}")).ShouldBe(200).Json;
            IReadOnlyList<Guid> ids = [.. page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("id").GetGuid())];
            ids.ShouldBe((isOldestFirst ? there.Take(limit) : there.TakeLast(limit)).Reverse());
            page.GetProperty("hasMore").GetBoolean().ShouldBe(there.Count > limit);
            return (ids, page.GetProperty("cursors"));
        }
    }

    /// <summary>All that a reader remembers, and where that is in the model.</summary>
    private sealed class Cursor
    {
        public long? Stamp { get; set; }

        public int Place { get; set; } = -1;
    }
}
