using Eliza.Application.Access.IssueToken;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Access;

/// <summary>The body of a token's minting.</summary>
public sealed class IssueTokenRequest : CreatingRequest
{
    /// <summary>Who will call with it: 1–128 of letters, digits, and . _ : @ -; no agent. Required.</summary>
    public string? UserId { get; init; }

    /// <summary>What people call the person, 1–100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>How long it is valid, a day at most; an hour when missing.</summary>
    public long? ExpiresInSeconds { get; init; }

    internal IssueTokenCommand ToCommand() => new(UserId, Name, ExpiresInSeconds);
}
