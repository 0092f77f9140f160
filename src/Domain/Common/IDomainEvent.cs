namespace Eliza.Domain.Common;

/// <summary>A fact that an aggregate states about itself: ids and values only, announced after it is committed.</summary>
public interface IDomainEvent;
