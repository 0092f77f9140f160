using System.Collections.Concurrent;
using Eliza.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Eliza.Application.Common;

/// <summary>
/// Tells the reactions what was committed. What they do is a consequence, not a part, of the request: it is done whether
/// or not the caller still waits, and its failure is logged, never answered, because the change itself stands.
/// </summary>
internal sealed partial class EventAnnouncer(IMediator mediator, ILogger<EventAnnouncer> logger)
{
    private static readonly ConcurrentDictionary<Type, Func<IDomainEvent, INotification>> Wrappers = new();

    public async Task AnnounceAsync(IReadOnlyList<IDomainEvent> events)
    {
        foreach (var domainEvent in events)
        {
            var notification = Wrappers.GetOrAdd(domainEvent.GetType(), WrapperOf)(domainEvent);
            try
            {
                await mediator.Publish(notification, CancellationToken.None);
            }
            catch (Exception exception)
            {
                ReactionFailed(exception, domainEvent.GetType().Name);
            }
        }
    }

    private static Func<IDomainEvent, INotification> WrapperOf(Type type)
    {
        var constructor = typeof(Committed<>).MakeGenericType(type).GetConstructor([type])!;
        return domainEvent => (INotification)constructor.Invoke([domainEvent]);
    }

    [LoggerMessage(2, LogLevel.Error, "A reaction to {Event} failed; what it announces is committed")]
    private partial void ReactionFailed(Exception exception, string @event);
}
