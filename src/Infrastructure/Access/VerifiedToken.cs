using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Access;

/// <summary>A token whose signature was found good.</summary>
/// <param name="Caller">Who bears it.</param>
/// <param name="Times">The claims that say when it is in force.</param>
internal sealed record VerifiedToken(Caller Caller, TokenClaims Times);
