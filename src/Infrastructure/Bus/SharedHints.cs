using Eliza.Application.Common;

namespace Eliza.Infrastructure.Bus;

/// <summary>Wakes who waits on this node, and has the other nodes wake who waits there.</summary>
internal sealed class SharedHints(IHints here, INodeBus bus) : IHints
{
    public IHint Listen(params IReadOnlyCollection<string> topics) => here.Listen(topics);

    public void Give(string topic)
    {
        here.Give(topic);
        bus.Publish(new NodeHint.TopicGiven(topic));
    }
}
