using Eliza.Infrastructure.Agents;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Agents;

public sealed class ReplyCacheTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly ReplyCache _cache;

    public ReplyCacheTests() => _cache = new ReplyCache(_time);

    [Fact]
    public void Find_WhenKept_GivesTheReplyToTheSameWordsOfTheSameAgentOnly()
    {
        _cache.Keep(Question("Hello"), "Hi");

        _cache.Find(Question("Hello")).ShouldBe("Hi");
        _cache.Find(Question("hello")).ShouldBeNull();
        _cache.Find(Question("Hello") with { Agent = Ids.OtherAgent }).ShouldBeNull();
        _cache.Find(Question("Hello") with { AgentVersion = Times.Now.AddTicks(1) }).ShouldBeNull("a changed agent may say something else");
    }

    [Fact]
    public void Find_WhenTheHourIsOver_FindsNothingHoweverOftenItWasAsked()
    {
        _cache.Keep(Question("Hello"), "Hi");

        _time.Advance(TimeSpan.FromMinutes(59));
        _cache.Find(Question("Hello")).ShouldBe("Hi");
        _time.Advance(TimeSpan.FromMinutes(1));
        _cache.Find(Question("Hello")).ShouldBeNull();
        _cache.Count.ShouldBe(0);
    }

    [Fact]
    public void Keep_WhenFull_ForgetsWhatNobodyAskedForTheLongestTime()
    {
        for (var i = 0; i < ReplyCache.MaxEntries; i++) _cache.Keep(Question($"{i}"), "Hi");
        _cache.Find(Question("0")).ShouldBe("Hi");

        _cache.Keep(Question("one more"), "Hi");

        _cache.Count.ShouldBe(ReplyCache.MaxEntries);
        _cache.Find(Question("0")).ShouldBe("Hi");
        _cache.Find(Question("1")).ShouldBeNull();
    }

    [Fact]
    public void Keep_WhenFullOfExpiredReplies_RemovesAQuarterOfThemAtOnceAndNoLivingOne()
    {
        _cache.Keep(Question("old"), "Hi");
        for (var i = 1; i < ReplyCache.MaxEntries; i++) _cache.Keep(Question($"{i}"), "Hi");
        _time.Advance(TimeSpan.FromMinutes(30));
        _cache.Keep(Question("old"), "Hi again");
        _time.Advance(TimeSpan.FromMinutes(30));

        _cache.Keep(Question("new"), "Hi");

        _cache.Count.ShouldBe(ReplyCache.MaxEntries - 250 + 1);
        _cache.Find(Question("old")).ShouldBe("Hi again");
    }

    [Fact]
    public void AnySteps_WhenTakenInAnyOrder_FindWhatAPlainListWouldFind() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, 1300), Gen.Choose(0, 9)).ListOf(3000).ToArbitrary(),
        steps =>
        {
            var (time, model) = (new ManualTimeProvider(), new List<(string Text, string Reply, DateTimeOffset KeptAt)>());
            var cache = new ReplyCache(time);
            foreach (var (number, kind) in steps)
            {
                var (text, now) = ($"{number}", time.GetUtcNow());
                var known = model.FindIndex(entry => entry.Text == text);
                if (kind == 0) time.Advance(TimeSpan.FromSeconds(number / 100));
                else if (kind < 4)
                {
                    var expected = known >= 0 && now - model[known].KeptAt < ReplyCache.TimeToLive ? model[known].Reply : null;
                    cache.Find(Question(text)).ShouldBe(expected);
                    if (known >= 0)
                    {
                        var entry = model[known];
                        model.RemoveAt(known);
                        if (expected is not null) model.Insert(0, entry);
                    }
                }
                else
                {
                    if (known >= 0) model.RemoveAt(known);
                    if (model.Count == ReplyCache.MaxEntries) MakeRoom(model, now);
                    model.Insert(0, (text, $"reply {now}", now));
                    cache.Keep(Question(text), $"reply {now}");
                }
                cache.Count.ShouldBe(model.Count);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10));

    [Fact]
    public void Steps_WhenTakenByManyAtOnce_KeepTheBound()
    {
        Parallel.For(0, 20_000, i =>
        {
            var question = Question($"{i % 1500}");
            if (i % 3 == 0) _cache.Keep(question, question.Text);
            else (_cache.Find(question) ?? question.Text).ShouldBe(question.Text);
        });

        _cache.Count.ShouldBeLessThanOrEqualTo(ReplyCache.MaxEntries);
    }

    private static void MakeRoom(List<(string Text, string Reply, DateTimeOffset KeptAt)> model, DateTimeOffset now)
    {
        var expired = model.Where(entry => now - entry.KeptAt >= ReplyCache.TimeToLive).Take(250).ToList();
        model.RemoveAll(expired.Contains);
        if (expired.Count == 0) model.RemoveAt(model.Count - 1);
    }

    private static ReplyCache.Question Question(string text) => new(Ids.Eliza, Times.Now, text);
}
