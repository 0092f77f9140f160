using Eliza.Application.Agents;

namespace Eliza.UnitTests.TestData;

/// <summary>Tells what the test says, and counts how often it was asked.</summary>
internal sealed class FakeReplyFinder : IReplyFinder
{
    public ReplyState? State { get; set; }

    public int Asked { get; private set; }

    /// <summary>What happens elsewhere just before it looks.</summary>
    public Action Meanwhile { get; set; } = () => { };

    public Task<ReplyState?> FindAsync(Question question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked++;
        Meanwhile();
        return Task.FromResult(State);
    }
}
