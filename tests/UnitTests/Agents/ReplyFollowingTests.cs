using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents;

/// <summary>Whole conversations with a follower: what its chunks come to, and what they cost.</summary>
public sealed class ReplyFollowingTests
{
    private static readonly Question Asked = new(Ids.Message, Ids.Channel, Ids.Eliza);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeReplyFinder _replies = new() { State = new ReplyState(AgentRunStatus.Running, null) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Between any two looks of the follower anything may happen: pieces, broken attempts, time, nothing.</summary>
    [Fact]
    public void Chunks_WhateverIsWrittenAndWhenever_AreTheReplySinceTheLastBeginning() => Prop.ForAll(
        Gen.Elements("a", "b", "ab", " ", "😀", "<end>", "<anew>", "<again>", "<second>", "<look>").ListOf(40).ToArbitrary(),
        Gen.Choose(0, 4).ListOf(20).ToArbitrary(),
        Gen.Elements("a", "aba", "ab b", "another", "").ToArbitrary(),
        (happens, looks, said) =>
        {
            var script = new Script(happens, looks, said);

            var events = script.Follow();

            var chunks = events.OfType<ReplyChunk>().ToList();
            events[..^1].ShouldBe(chunks);
            events[^1].ShouldBeOfType<ReplyDone>().Reply.Text.ShouldBe(script.Said);
            chunks.ShouldAllBe(chunk => chunk.Text.Length > 0);
            chunks[0].Index.ShouldBe(0);
            chunks.Zip(chunks.Skip(1)).ShouldAllBe(pair => pair.Second.Index == 0 || pair.Second.Index == pair.First.Index + 1);
            TextOf(chunks).ShouldBe(script.Said);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Follow_WhilePiecesCome_AsksTheDatabaseOnceASecond()
    {
        var hints = new ScriptedHints();
        var drafts = new ReplyDrafts(hints);
        for (var piece = 0; piece < 35; piece++)
        {
            hints.Then(() =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                drafts.Append(Asked, Ids.Answer, 1, "a");
            });
        }
        hints.Then(() => _replies.State = Answered(new string('a', 35)));

        var events = await ListAsync(new ReplyFollower(_replies, drafts, hints, _time).FollowAsync(Asked, Patience, Token));

        events.Count.ShouldBe(36);
        _replies.Asked.ShouldBe(5, "at the beginning, when nothing was written, thrice, and at the end");
    }

    [Fact]
    public async Task Follow_WhenItsReaderIsSlow_TellsMuchAtOnce()
    {
        var hints = new ScriptedHints();
        var drafts = new ReplyDrafts(hints);
        hints.Then(() => drafts.Append(Asked, Ids.Answer, 1, "Please"));
        hints.Then(() => { });
        var following = new ReplyFollower(_replies, drafts, hints, _time).FollowAsync(Asked, Patience, Token).GetAsyncEnumerator(Token);
        await following.MoveNextAsync();

        drafts.Append(Asked, Ids.Answer, 1, " go");
        drafts.Append(Asked, Ids.Answer, 1, " on");

        await following.MoveNextAsync();
        following.Current.ShouldBe(new ReplyChunk(1, " go on"));
        await following.DisposeAsync();
    }

    [Fact]
    public async Task Follow_ByMany_TellsEachTheWhole()
    {
        var hints = new Hints(_time);
        var drafts = new ReplyDrafts(hints);
        var whole = string.Concat(Enumerable.Range(0, 300).Select(number => $"{number} ")).TrimEnd();
        var following = Enumerable.Range(0, 200)
            .Select(_ => Task.Run(() => ListAsync(new ReplyFollower(_replies, drafts, hints, _time).FollowAsync(Asked, Patience, Token)), Token)).ToList();

        foreach (var piece in whole.Split(' ')) drafts.Append(Asked, Ids.Answer, 1, piece + " ");
        drafts.End(Asked, 1);
        _replies.State = Answered(whole);
        hints.Give(ReplyTopic.Of(Asked.Conversation));

        foreach (var events in await Task.WhenAll(following).WaitAsync(TimeSpan.FromSeconds(60), Token))
        {
            TextOf(events.OfType<ReplyChunk>()).ShouldBe(whole);
            events[^1].ShouldBeOfType<ReplyDone>();
        }
        hints.Count.ShouldBe(0);
    }

    private static ReplyState Answered(string text) => new(AgentRunStatus.Completed, new AgentReply(Ids.OtherMessage, text, new RawJson("{}"), Times.Now));

    private static string TextOf(IEnumerable<ReplyChunk> chunks) =>
        chunks.Aggregate("", (text, chunk) => chunk.Index == 0 ? chunk.Text : text + chunk.Text);

    private static async Task<List<ReplyEvent>> ListAsync(IAsyncEnumerable<ReplyEvent> events) => await events.ToListAsync(Token);

    /// <summary>What happens, so much of it before each look as told; in the end the agent says something, or what it wrote.</summary>
    private sealed class Script
    {
        private readonly Queue<string> _happens;
        private readonly Queue<int> _looks;
        private readonly string _said;
        private readonly ScriptedHints _hints = new();
        private readonly ReplyDrafts _drafts;
        private readonly ManualTimeProvider _time = new();
        private readonly FakeReplyFinder _replies = new() { State = new ReplyState(AgentRunStatus.Running, null) };
        private string _written = "";
        private int _attempt = 1;

        public Script(IEnumerable<string> happens, IEnumerable<int> looks, string said)
        {
            (_happens, _looks, _said) = (new Queue<string>(happens), new Queue<int>(looks), said);
            _drafts = new ReplyDrafts(_hints);
            _replies.Meanwhile = GoOn;
            for (var wait = 0; wait < 200; wait++) _hints.Then(GoOn);
        }

        public string Said => _replies.State!.Reply!.Text;

        public List<ReplyEvent> Follow() =>
            new ReplyFollower(_replies, _drafts, _hints, _time).FollowAsync(Asked, Patience, Token).ToBlockingEnumerable(Token).ToList();

        private void GoOn()
        {
            if (!_looks.TryDequeue(out var count)) count = 5;
            while (count-- > 0 && _happens.TryDequeue(out var next)) Happen(next);
            if (_happens.Count > 0) return;
            _drafts.End(Asked, _attempt);
            _replies.State = Answered(_said.Length > 0 ? _said : _written.Length > 0 ? _written : "nothing");
        }

        private void Happen(string what)
        {
            if (what is "<end>" or "<anew>" or "<again>") _drafts.End(Asked, _attempt);
            if (what is "<again>") _written = "";
            if (what is "<anew>" or "<second>") (_attempt, _written) = (_attempt + 1, "");
            if (what is "<look>") _time.Advance(TimeSpan.FromSeconds(1));
            if (what.StartsWith('<')) return;
            _drafts.Append(Asked, Ids.Answer, _attempt, what);
            _written += what;
        }
    }
}
