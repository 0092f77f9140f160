namespace Eliza.Infrastructure.Bus;

/// <summary>Tells the other nodes what happened on this one. Only hints: the database is the truth, and who missed one finds it there before long.</summary>
internal interface INodeBus
{
    /// <summary>Takes a hint along. Returns at once and never throws, whether or not anybody will hear it.</summary>
    void Publish(NodeHint hint);
}
