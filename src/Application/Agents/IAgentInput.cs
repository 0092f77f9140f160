using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Agents;

/// <summary>A command that says something of an agent; what is null it says nothing of.</summary>
public interface IAgentInput
{
    string? Name { get; }

    string? Kind { get; }

    string? ReplyPolicy { get; }

    AgentSettingsInput? Settings { get; }

    /// <summary>What else it tells of it: an object, kept and given back.</summary>
    JsonElement? Character { get; }
}

/// <summary>The rules of whatever is said.</summary>
internal sealed class AgentInputValidator : AbstractValidator<IAgentInput>
{
    public AgentInputValidator(IValidator<AgentSettingsInput> settings)
    {
        RuleFor(agent => agent.Kind).Optional(AgentKind.Parse);
        RuleFor(agent => agent.ReplyPolicy).Optional(ReplyPolicies.Parse);
        RuleFor(agent => agent.Settings!).SetValidator(settings).When(agent => agent.Settings is not null);
        RuleFor(agent => agent.Character).Optional(Metadata.Create);
        RuleFor(agent => agent.Character).Breaks(character => !HasPlainBio(character), "must have a bio that is a text or a list of texts");
    }

    private static bool HasPlainBio(JsonElement? character) =>
        character is not { ValueKind: JsonValueKind.Object } told || !told.TryGetProperty("bio", out var bio)
        || bio.ValueKind is JsonValueKind.String or JsonValueKind.Null
        || (bio.ValueKind is JsonValueKind.Array && bio.EnumerateArray().All(line => line.ValueKind is JsonValueKind.String));
}
