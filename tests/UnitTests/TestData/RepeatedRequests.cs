using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;

namespace Eliza.UnitTests.TestData;

/// <summary>Sends commands through the idempotency behaviour alone, each as a request of its own.</summary>
internal sealed class RepeatedRequests
{
    public FakeStoredAnswerRepository Answers { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public FakeSeal Seal { get; } = new();

    public Caller? Caller { get; set; } = Callers.Ada;

    /// <summary>The client's key; null for none.</summary>
    public string? Key { get; set; } = "key";

    /// <summary>Whether a run before has failed at its commit.</summary>
    public bool MayBeTaken { get; set; }

    /// <summary>How often a handler ran.</summary>
    public int Runs { get; private set; }

    /// <summary>Whether the last answer was that of an earlier request.</summary>
    public bool WasReplayed { get; private set; }

    /// <summary>The handler answers with the number of its run.</summary>
    public Task<Result<string>> SendAsync<TCommand>(TCommand command) where TCommand : ICommand<string>, IIdempotent =>
        SendAsync<TCommand, string>(command, () => $"run {Runs}");

    public async Task<Result<T>> SendAsync<TCommand, T>(TCommand command, Func<Result<T>> handle) where TCommand : ICommand<T>, IIdempotent
    {
        var key = new RequestKey { Value = Key is null ? null : IdempotencyKey.Create(Key).Value, MayBeTaken = MayBeTaken };
        var behaviour = new IdempotencyBehaviour<TCommand, Result<T>>(key, Caller.Calls(), new IdempotencyStore(Caller.Calls(), Answers, key, Time), Seal);
        var result = await behaviour.Handle(command, TestContext.Current.CancellationToken, () =>
        {
            Runs++;
            return Task.FromResult(handle());
        });
        WasReplayed = key.WasReplayed;
        return result;
    }
}
