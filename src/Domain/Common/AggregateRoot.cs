namespace Eliza.Domain.Common;

/// <summary>The root of a group of objects that is loaded, changed and saved as one.</summary>
public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>What happened to this aggregate since it was loaded; the unit of work announces it after the commit.</summary>
    public IReadOnlyList<IDomainEvent> DomainEvents => _events;

    protected void Raise(IDomainEvent domainEvent) => _events.Add(domainEvent);
}
