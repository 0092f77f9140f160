using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

internal static class WriteStops
{
    /// <summary>Takes all places, the committer's too: nothing is written until the turn is disposed of.</summary>
    public static async Task<WriteTurn> StopWritingAsync(this ApiFactory factory)
    {
        var gate = factory.Services.GetRequiredService<WriteGate>();
        var turn = (await gate.TryEnterFirstAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await gate.TryBeAloneAsync(turn, TestContext.Current.CancellationToken)).ShouldBeTrue();
        return turn;
    }
}
