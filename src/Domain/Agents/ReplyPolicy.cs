using Eliza.Domain.Common;

namespace Eliza.Domain.Agents;

/// <summary>Whom an agent answers in a text or group channel that it shares with other agents.</summary>
public enum ReplyPolicy
{
    /// <summary>Those who call it by name.</summary>
    Mention,

    /// <summary>Every person.</summary>
    Always,
}

/// <summary>The names of the reply policies, as clients write them.</summary>
public static class ReplyPolicies
{
    private static readonly Error Unknown = Error.Rule("Agent.UnknownReplyPolicy", "must be one of mention, always");

    /// <summary>The policy of a name in any case.</summary>
    public static Result<ReplyPolicy> Parse(string name) => name.ToUpperInvariant() switch
    {
        "MENTION" => ReplyPolicy.Mention,
        "ALWAYS" => ReplyPolicy.Always,
        _ => Unknown,
    };

    public static string Name(this ReplyPolicy policy) => policy is ReplyPolicy.Always ? "always" : "mention";
}
