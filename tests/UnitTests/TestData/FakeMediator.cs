using System.Collections.Immutable;
using MediatR;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers each type of request as the test says, and keeps what was sent and published.</summary>
internal sealed class FakeMediator : IMediator
{
    private readonly Dictionary<Type, Func<object, CancellationToken, object?>> _answers = [];
    private ImmutableList<object> _sent = [];
    private ImmutableList<object> _published = [];

    /// <summary>Up to now: whoever sends from another thread changes nothing of it.</summary>
    public IReadOnlyList<object> Sent => _sent;

    /// <inheritdoc cref="Sent"/>
    public IReadOnlyList<object> Published => _published;

    /// <summary>What a reaction does; nothing unless told.</summary>
    public Action<object> React { get; set; } = _ => { };

    public FakeMediator Answer<TRequest>(Func<TRequest, object?> answer) => Answer<TRequest>((request, _) => answer(request));

    public FakeMediator Answer<TRequest>(Func<TRequest, CancellationToken, object?> answer)
    {
        _answers[typeof(TRequest)] = (request, cancellationToken) => answer((TRequest)request, cancellationToken);
        return this;
    }

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ImmutableInterlocked.Update(ref _sent, sent => sent.Add(request));
        var answer = _answers[request.GetType()](request, cancellationToken);
        return answer as Task<TResponse> ?? Task.FromResult((TResponse)answer!);
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default)
    {
        ImmutableInterlocked.Update(ref _published, published => published.Add(notification));
        React(notification);
        return Task.CompletedTask;
    }

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default) where TNotification : INotification =>
        Publish((object)notification, cancellationToken);
}
