namespace Eliza.Domain.Common;

/// <summary>What a credential allows. The numbers lie in the database.</summary>
[Flags]
public enum Scopes
{
    None = 0,

    /// <summary>To read what there is: messages, channels, participants, servers, agents.</summary>
    MessagesRead = 1,

    /// <summary>To post messages, and to take part in open channels.</summary>
    MessagesWrite = 2,

    /// <summary>To make channels and to manage them and their participants.</summary>
    ChannelsWrite = 4,

    /// <summary>To open and to use sessions.</summary>
    SessionsWrite = 8,

    /// <summary>To manage agents and the grants that let them act for people.</summary>
    AgentsWrite = 16,

    /// <summary>To mint tokens for people.</summary>
    TokensIssue = 32,

    /// <summary>Everything.</summary>
    Admin = 64,
}

/// <summary>The names of the scopes, as clients write them.</summary>
public static class ScopeNames
{
    private static readonly (Scopes Scope, string Name)[] Known =
    [
        (Scopes.MessagesRead, "messages:read"),
        (Scopes.MessagesWrite, "messages:write"),
        (Scopes.ChannelsWrite, "channels:write"),
        (Scopes.SessionsWrite, "sessions:write"),
        (Scopes.AgentsWrite, "agents:write"),
        (Scopes.TokensIssue, "tokens:issue"),
        (Scopes.Admin, "admin"),
    ];

    private static readonly Error Unknown = Error.Rule(
        "Access.UnknownScope", $"must be one of {string.Join(", ", Known.Select(known => known.Name))}");

    /// <summary>The one scope of that name.</summary>
    public static Result<Scopes> Parse(string name)
    {
        foreach (var known in Known)
        {
            if (known.Name == name) return known.Scope;
        }
        return Unknown;
    }

    /// <summary>The scopes' names, in the order in which they are documented.</summary>
    public static IReadOnlyList<string> Names(this Scopes scopes) =>
        [.. Known.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name)];
}
