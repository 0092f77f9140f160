using Eliza.Application.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers which hints were given; nobody listens.</summary>
internal sealed class GivenHints : IHints
{
    public List<string> Topics { get; } = [];

    public IHint Listen(string topic) => throw new NotSupportedException();

    public void Give(string topic) => Topics.Add(topic);
}
