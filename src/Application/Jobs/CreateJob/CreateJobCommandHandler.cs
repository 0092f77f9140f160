using Eliza.Application.Access;
using Eliza.Application.Agents;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Messages;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using MediatR;

namespace Eliza.Application.Jobs.CreateJob;

internal sealed class CreateJobCommandHandler(
    ICaller caller, IAuthorship authorship, IAgentDirectory agents, IChannelOpener opener, IMessageBus bus, IJobRepository jobs, TimeProvider time)
    : IRequestHandler<CreateJobCommand, Result<CreatedJob>>
{
    public async Task<Result<CreatedJob>> Handle(CreateJobCommand command, CancellationToken cancellationToken)
    {
        var found = await FindAgentAsync(command.AgentId, cancellationToken);
        if (found.Error is { } noAgent) return noAgent;
        var user = caller.ActorOf(command.UserId);
        var kind = await authorship.FindAsync(user, cancellationToken);
        if (kind is null || !caller.May(Scopes.MessagesWrite)) return CommonErrors.Forbidden;
        if (kind is ActorKind.Agent) return CommonErrors.Invalid(nameof(command.UserId), AccessErrors.NotAPerson);
        if (!found.Value.Listener.IsActive) return JobErrors.AgentInactive(found.Value.Id);
        if (await jobs.CountUnexpiredAsync(caller.Current!.Id, time.GetUtcNow(), Job.MaxUnexpired, cancellationToken) >= Job.MaxUnexpired) return JobErrors.TooMany;

        return CreatedJob.Of(await AskAsync(command, found.Value, user, cancellationToken));
    }

    private async Task<Result<AgentEntry>> FindAgentAsync(string? id, CancellationToken cancellationToken)
    {
        var agent = id is null ? await agents.FindOldestActiveAsync(cancellationToken) : await agents.FindAsync(id, cancellationToken);
        return agent is not null ? agent : id is null ? JobErrors.NoAgent : AgentErrors.NotFound(id);
    }

    private async Task<Job> AskAsync(CreateJobCommand command, AgentEntry agent, ActorId user, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = JobId.New(now);
        var metadata = command.Metadata is { } given ? Metadata.Create(given).Value : Metadata.Empty;
        var channel = opener.Open(
            new ChannelOpening(ServerId.Default, ChannelType.Dm, Name: null, user, caller.Current?.DisplayName, agent.Listener, agent.Name)
            {
                Metadata = Metadata.Empty.With("jobId", $"{id}"),
            });
        var draft = new MessageDraft(channel.Id, user, ActorKind.User, MessageContent.Create(command.Content).Value)
        {
            Metadata = metadata.With("jobId", $"{id}"),
        };
        var question = await bus.PostAsync(channel, draft, agent.Id, cancellationToken);

        var timeout = TimeSpan.FromMilliseconds(command.TimeoutMs ?? Job.DefaultTimeoutMilliseconds);
        var job = Job.Ask(id, caller.Current!.Id, agent.Id, user, channel.Id, question.Id, metadata, timeout, now);
        jobs.Add(job);
        return job;
    }
}
