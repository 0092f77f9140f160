using Eliza.Application.Common;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Agents.CompleteMessage;

internal sealed class CompleteMessageCommandValidator : AbstractValidator<CompleteMessageCommand>
{
    public CompleteMessageCommandValidator()
    {
        When(command => command.IsById, () =>
        {
            RuleFor(command => command.MessageId).Required(FieldRules.Uuid);
            RuleFor(command => command.Status).Required(KnownStatus);
            RuleFor(command => command.AgentId).Optional(ActorId.Create);
            RuleFor(command => command.Error).Optional(RunReason.Check);
        }).Otherwise(() =>
        {
            RuleFor(command => command.AgentId).Required(FieldRules.Uuid);
            RuleFor(command => command.RoomId).Required(FieldRules.Uuid);
            RuleFor(command => command.UserId).Required(FieldRules.Uuid);
            RuleFor(command => command.Prompt).Required(SomeText);
        });
    }

    private static Result<string> KnownStatus(string status) =>
        status is "completed" or "failed" ? status : Error.Rule("AgentRun.UnknownOutcome", "must be one of completed, failed");

    private static Result<string> SomeText(string prompt) =>
        string.IsNullOrWhiteSpace(prompt) ? Error.Rule("AgentRun.EmptyPrompt", "must not be empty") : prompt;
}
