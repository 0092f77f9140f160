using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>What a client says went wrong with a run.</summary>
internal static class RunReason
{
    public static Result<string> Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Error.Rule("AgentRun.EmptyReason", "must not be empty");
        return TextRules.Broken(text, AgentRun.MaxErrorLength) is { } rule ? Error.Rule("AgentRun.InvalidReason", rule) : text;
    }
}
