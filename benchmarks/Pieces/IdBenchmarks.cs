using BenchmarkDotNet.Attributes;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What names cost: of a message, of the answer to a request that has a key, and of the request's contents.</summary>
[MemoryDiagnoser]
public class IdBenchmarks
{
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly IdempotencyKey _key = IdempotencyKey.Create("0197a000-0000-7000-8000-000000000004").Value;

    /// <summary>It has no answers to look among: a submission is taken for new.</summary>
    private readonly IdempotencyStore _store = new(new KnownCaller(), answers: null!, new RequestKey(), TimeProvider.System);

    /// <summary>A UUID of version 7, with a look at the clock.</summary>
    [Benchmark]
    public MessageId NewMessageId() => MessageId.New(_time.GetUtcNow());

    [Benchmark]
    public AnswerId AnswerIdOfKey() => AnswerId.Of(Samples.Ada.Id, MessageInput.Operation, _key);

    /// <summary>The answer's id, and the fingerprint of all that the request holds.</summary>
    [Benchmark]
    public Task<IdempotencyEntry> AnswerIdAndFingerprint() => _store.OpenAsync(MessageInput.Operation, Samples.Command, _key, CancellationToken.None);
}
