using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Access.CreateApiKey;

internal sealed class CreateApiKeyCommandValidator : AbstractValidator<CreateApiKeyCommand>
{
    private static readonly string AgentRule =
        $"must be one of {string.Join(", ", ApiKey.AllowedToAgents.Names())} for an agent";

    public CreateApiKeyCommandValidator()
    {
        RuleFor(command => command.Name).Required(DisplayName.Create);
        RuleFor(command => command.Kind).Required(ApiKeyKinds.Parse);
        When(IsForAgent, () => RuleFor(command => command.AgentId).Required(ActorId.Create))
            .Otherwise(() => RuleFor(command => command.AgentId).Breaks(agent => agent is not null, "is for keys of the kind agent only"));
        RuleFor(command => command.Scopes).Breaks(scopes => scopes?.Count == 0, "must name at least one scope");
        RuleForEach(command => command.Scopes).Breaks(scope => scope is null, "must be a string");
        RuleForEach(command => command.Scopes).Optional(ScopeNames.Parse);
        RuleForEach(command => command.Scopes)
            .Breaks(scope => scope is not null && ScopeNames.Parse(scope) is { IsSuccess: true } known && !ApiKey.AllowedToAgents.HasFlag(known.Value), AgentRule)
            .When(IsForAgent);
        RuleFor(command => command.ExpiresInSeconds).Optional(Lifetimes.OfKey);
        RuleFor(command => command.Limits!.RequestsPerMinute)
            .Breaks(requests => requests is < 1 or > ApiKey.MaxRequestsPerMinute, $"must be from 1 to {ApiKey.MaxRequestsPerMinute}")
            .When(command => command.Limits is not null);
    }

    private static bool IsForAgent(CreateApiKeyCommand command) => command.Kind == ApiKeyKind.Agent.Name();
}
