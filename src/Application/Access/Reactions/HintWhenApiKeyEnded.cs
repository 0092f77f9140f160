using Eliza.Application.Common;
using Eliza.Domain.Access.Events;
using MediatR;

namespace Eliza.Application.Access.Reactions;

/// <summary>Who holds connections that the key has opened looks again.</summary>
internal sealed class HintWhenApiKeyEnded(IHints hints) : INotificationHandler<Committed<ApiKeyEnded>>
{
    public Task Handle(Committed<ApiKeyEnded> notification, CancellationToken cancellationToken)
    {
        hints.Give(CredentialTopic.Changed);
        return Task.CompletedTask;
    }
}
