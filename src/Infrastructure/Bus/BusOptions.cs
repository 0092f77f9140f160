namespace Eliza.Infrastructure.Bus;

/// <summary>The section <c>Bus</c> of the configuration.</summary>
internal sealed class BusOptions
{
    public const string Section = "Bus";

    /// <summary>By what nodes hear of each other: InProcess or RabbitMq.</summary>
    public BusProvider Provider { get; set; } = BusProvider.InProcess;

    /// <summary>The broker; of no account with another provider.</summary>
    public RabbitMqOptions RabbitMq { get; set; } = new();

    public bool HasOtherNodes => Provider is not BusProvider.InProcess;

    public bool IsUriAllowed => !HasOtherNodes || RabbitMq.IsUriAllowed;

    public bool IsExchangeAllowed => !HasOtherNodes || RabbitMq.IsExchangeAllowed;
}
