using Eliza.Infrastructure.Persistence.Known;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Persistence.Known;

/// <summary>
/// Whoever asks hears nothing older than what was there when it was last forgotten, nor than what was there a lifetime ago: in whatever
/// order questions are asked and answered, values change, here or elsewhere, and time goes by.
/// </summary>
public sealed class KnownFactsModelTests
{
    private const int Keys = 3;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private enum Move
    {
        Ask,
        Answer,
        Fail,
        ChangeHere,
        ChangeElsewhere,
        ForgetAll,
        Wait,
    }

    private sealed record Step(Move Move, int Key, int Number);

    private static readonly Arbitrary<IReadOnlyList<Step>> Lives =
        (from move in Gen.Frequency(
            (8, Gen.Constant(Move.Ask)), (6, Gen.Constant(Move.Answer)), (1, Gen.Constant(Move.Fail)), (2, Gen.Constant(Move.ChangeHere)),
            (2, Gen.Constant(Move.ChangeElsewhere)), (1, Gen.Constant(Move.ForgetAll)), (3, Gen.Constant(Move.Wait)))
         from key in Gen.Choose(0, Keys - 1)
         from number in Gen.Choose(0, 100)
         select new Step(move, key, number)).ListOf(60).Select(steps => (IReadOnlyList<Step>)[.. steps]).ToArbitrary();

    [Theory]
    [InlineData(1)]
    [InlineData(Keys)]
    public void AnySteps_InAnyOrder_NeverTellWhatIsTooOld(int room)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        Prop.ForAll(Lives, steps => new World(room).Live(steps)).QuickCheckThrowOnFailure();
    }

    /// <summary>The values, which only grow, with those who asked for them and the questions that nobody has answered yet.</summary>
    private sealed class World
    {
        private readonly ManualTimeProvider _time = new();
        private readonly KnownFacts<int, int> _facts;
        private readonly List<(DateTimeOffset At, int Value)>[] _changes = [.. Enumerable.Range(0, Keys).Select(_ => new List<(DateTimeOffset, int)> { (DateTimeOffset.MinValue, 0) })];
        private readonly int[] _forgottenAt = new int[Keys];
        private readonly List<(int Key, int Seen, TaskCompletionSource<int> Answer)> _open = [];
        private readonly List<(Task<int> Answer, int Key, int AtLeast)> _asking = [];

        public World(int room) => _facts = new(AskAsync, _ => 1, room, Lifetime, _time);

        public void Live(IReadOnlyList<Step> steps)
        {
            foreach (var step in steps)
            {
                Make(step);
                _facts.Weight.ShouldBeInRange(0, Keys);
            }
            while (_open.Count > 0) Answer(0);
            foreach (var (answer, key, atLeast) in _asking)
            {
                if (answer.IsFaulted) continue;
                answer.IsCompletedSuccessfully.ShouldBeTrue();
                answer.Result.ShouldBeInRange(atLeast, Now(key));
            }
        }

        private void Make(Step step)
        {
            switch (step.Move)
            {
                case Move.Ask: Ask(step.Key); break;
                case Move.Answer when _open.Count > 0: Answer(step.Number % _open.Count); break;
                case Move.Fail when _open.Count > 0: Fail(step.Number % _open.Count); break;
                case Move.ChangeHere: Change(step.Key); _facts.Forget(step.Key); _forgottenAt[step.Key] = Now(step.Key); break;
                case Move.ChangeElsewhere: Change(step.Key); break;
                case Move.ForgetAll: _facts.ForgetAll(); for (var key = 0; key < Keys; key++) _forgottenAt[key] = Now(key); break;
                case Move.Wait: _time.Advance(Lifetime * (step.Number / 60.0)); break;
            }
        }

        private void Ask(int key)
        {
            var aLifetimeAgo = _changes[key].Last(change => change.At <= _time.GetUtcNow() - Lifetime).Value;
            _asking.Add((_facts.FindAsync(key, CancellationToken.None).AsTask(), key, Math.Max(_forgottenAt[key], aLifetimeAgo)));
        }

        private void Answer(int index)
        {
            var (_, seen, answer) = _open[index];
            _open.RemoveAt(index);
            answer.SetResult(seen);
        }

        private void Fail(int index)
        {
            var answer = _open[index].Answer;
            _open.RemoveAt(index);
            answer.SetException(new TimeoutException());
        }

        private void Change(int key) => _changes[key].Add((_time.GetUtcNow(), Now(key) + 1));

        private int Now(int key) => _changes[key][^1].Value;

        /// <summary>The database sees the question at its beginning, which is the worst that can be.</summary>
        private Task<int> AskAsync(int key)
        {
            var answer = new TaskCompletionSource<int>();
            _open.Add((key, Now(key), answer));
            return answer.Task;
        }
    }
}
