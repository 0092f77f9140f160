using Eliza.Domain.Common;

namespace Eliza.Domain.Servers.Events;

/// <summary>A server was deleted, with all its channels.</summary>
public sealed record ServerDeleted(ServerId ServerId) : IDomainEvent;
