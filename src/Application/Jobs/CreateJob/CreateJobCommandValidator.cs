using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Jobs.CreateJob;

internal sealed class CreateJobCommandValidator : AbstractValidator<CreateJobCommand>
{
    public CreateJobCommandValidator()
    {
        RuleFor(command => command.AgentId).Optional(ActorId.Create);
        RuleFor(command => command.UserId).ActorOrCaller();
        RuleFor(command => command.Content).Required(MessageContent.Create);
        RuleFor(command => command.Metadata).Optional(Metadata.Create);
        RuleFor(command => command.TimeoutMs).Breaks(
            timeout => timeout is < Job.MinTimeoutMilliseconds or > Job.MaxTimeoutMilliseconds,
            $"must be from {Job.MinTimeoutMilliseconds} to {Job.MaxTimeoutMilliseconds}");
    }
}
