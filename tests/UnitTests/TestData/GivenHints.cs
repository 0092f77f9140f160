using Eliza.Application.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Remembers which hints were given; nobody listens.</summary>
internal sealed class GivenHints : IHints
{
    public List<string> Topics { get; } = [];

    public IHint Listen(params IReadOnlyCollection<string> topics) => throw new NotSupportedException();

    public void Give(string topic) => Topics.Add(topic);
}
