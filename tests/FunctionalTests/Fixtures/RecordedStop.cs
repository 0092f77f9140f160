using Eliza.Application.Health;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Counts who wants the server to stop, and lets it go on: other tests still need it.</summary>
internal sealed class RecordedStop : IServerStop
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public void Request() => Interlocked.Increment(ref _requests);
}
