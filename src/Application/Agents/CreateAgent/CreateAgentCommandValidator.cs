using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Agents.CreateAgent;

internal sealed class CreateAgentCommandValidator : AbstractValidator<CreateAgentCommand>
{
    public CreateAgentCommandValidator(IValidator<IAgentInput> rules)
    {
        RuleFor(command => command.Id).Optional(ActorId.Create);
        RuleFor(command => command.Name).Required(DisplayName.Create);
        Include(rules);
        RuleFor(command => command.Settings!.WebhookUrl)
            .Breaks(url => url is null, "is required for agents of the kind webhook")
            .When(command => command.Settings is not null && IsWebhook(command));
        RuleFor(command => command.Settings)
            .Breaks(settings => settings is null, "must have a webhookUrl for agents of the kind webhook")
            .When(IsWebhook);
        RuleFor(command => command.CharacterPath)
            .Breaks(path => path is not null, "is not supported: the server opens no files for clients; send the character itself as characterJson");
    }

    private static bool IsWebhook(CreateAgentCommand command) => AgentKind.Webhook.Value.Equals(command.Kind, StringComparison.OrdinalIgnoreCase);
}
