using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Access.IssueToken;

/// <summary>Mints a token with which one person may call. Whoever may issue tokens may.</summary>
/// <param name="UserId">The person; never an agent, which has keys.</param>
/// <param name="Name">What people call the person.</param>
/// <param name="ExpiresInSeconds">How long it is valid, a day at most; an hour when missing.</param>
public sealed record IssueTokenCommand(string? UserId, string? Name, long? ExpiresInSeconds) : ICommand<IssuedToken>, IIdempotent, IShownOnce;
