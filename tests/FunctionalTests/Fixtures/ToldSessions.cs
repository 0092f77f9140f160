using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using MediatR;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Hears of every warning and every end of a session after its commit.</summary>
internal sealed class ToldSessions : INotificationHandler<Committed<SessionExpired>>, INotificationHandler<Committed<SessionExpirationWarned>>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<Guid> _ends = [];
    private readonly List<SessionExpirationWarned> _warnings = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Handle(Committed<SessionExpired> notification, CancellationToken cancellationToken) => Note(() => _ends.Add(notification.Event.SessionId.Value));

    public Task Handle(Committed<SessionExpirationWarned> notification, CancellationToken cancellationToken) => Note(() => _warnings.Add(notification.Event));

    /// <summary>How often it was told that the session is over.</summary>
    public int EndsOf(Guid session)
    {
        lock (_lock) return _ends.Count(ended => ended == session);
    }

    public IReadOnlyList<SessionExpirationWarned> WarningsOf(Guid session)
    {
        lock (_lock) return [.. _warnings.Where(warning => warning.SessionId.Value == session)];
    }

    /// <summary>Returns when it was told that the session is over.</summary>
    public Task WaitForEndAsync(Guid session) => WaitAsync(() => _ends.Contains(session));

    /// <summary>Returns when it was told that often that the session's end is near.</summary>
    public Task WaitForWarningsAsync(Guid session, int count) => WaitAsync(() => _warnings.Count(warning => warning.SessionId.Value == session) >= count);

    private Task Note(Action note)
    {
        lock (_lock)
        {
            note();
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return Task.CompletedTask;
    }

    private async Task WaitAsync(Func<bool> enough)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (enough()) return;
                next = _next.Task;
            }
            await next.WaitAsync(Patience);
        }
    }
}
