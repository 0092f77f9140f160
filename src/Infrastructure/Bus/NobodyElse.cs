namespace Eliza.Infrastructure.Bus;

/// <summary>The bus of a node that has its database for itself.</summary>
internal sealed class NobodyElse : INodeBus
{
    public static readonly NobodyElse Instance = new();

    public void Publish(NodeHint hint)
    {
    }
}
