using Eliza.Application.Common;
using Eliza.Domain.Agents.Events;
using MediatR;

namespace Eliza.Application.Access.Reactions;

/// <summary>An agent's keys are gone with it: who holds connections that they have opened looks again.</summary>
internal sealed class HintWhenAgentDeleted(IHints hints) : INotificationHandler<Committed<AgentDeleted>>
{
    public Task Handle(Committed<AgentDeleted> notification, CancellationToken cancellationToken)
    {
        hints.Give(CredentialTopic.Changed);
        return Task.CompletedTask;
    }
}
