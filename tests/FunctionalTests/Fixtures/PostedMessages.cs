using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;
using MediatR;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Hears of every message after its commit.</summary>
internal sealed class PostedMessages : INotificationHandler<Committed<MessagePosted>>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<MessagePosted> _posted = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Handle(Committed<MessagePosted> notification, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _posted.Add(notification.Event);
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        return Task.CompletedTask;
    }

    /// <summary>Returns when agents have posted that many messages to the channel.</summary>
    public Task WaitForAnswersAsync(Guid channel, int count) => WaitAsync(posted => Answers(posted, channel) >= count);

    public int AnswersIn(Guid channel)
    {
        lock (_lock) return Answers(_posted, channel);
    }

    private static int Answers(List<MessagePosted> posted, Guid channel) =>
        posted.Count(message => message.ChannelId.Value == channel && message.AuthorKind is ActorKind.Agent);

    private async Task WaitAsync(Func<List<MessagePosted>, bool> enough)
    {
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (enough(_posted)) return;
                next = _next.Task;
            }
            await next.WaitAsync(Patience);
        }
    }
}
