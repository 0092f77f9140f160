namespace Eliza.Infrastructure.Bus;

/// <summary>How nodes that share a database tell each other what they did.</summary>
internal enum BusProvider
{
    /// <summary>There is one node, and nobody else to tell.</summary>
    InProcess,

    /// <summary>By a RabbitMQ broker.</summary>
    RabbitMq,
}
