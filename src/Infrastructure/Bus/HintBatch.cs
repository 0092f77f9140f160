namespace Eliza.Infrastructure.Bus;

/// <summary>Hints that go into one message.</summary>
/// <param name="HasGap">Whether others that should have gone before them were dropped.</param>
internal sealed record HintBatch(IReadOnlyList<NodeHint> Hints, bool HasGap);
