using Eliza.Application.Agents;

namespace Eliza.UnitTests.TestData;

/// <summary>Tells what the test says, and counts how often it was asked.</summary>
internal sealed class FakeReplyFinder : IReplyFinder
{
    public ReplyState? State { get; set; }

    public int Asked { get; private set; }

    public Task<ReplyState?> FindAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked++;
        return Task.FromResult(State);
    }
}
