using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common;

/// <summary>
/// A domain event after its commit. Reactions handle this. It is a hint: a crash may swallow it, so whatever must not be
/// lost is found again in the database by a sweeper.
/// </summary>
public sealed record Committed<TEvent>(TEvent Event) : INotification where TEvent : IDomainEvent;
