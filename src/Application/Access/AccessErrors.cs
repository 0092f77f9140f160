using Eliza.Domain.Common;

namespace Eliza.Application.Access;

public static class AccessErrors
{
    /// <summary>One answer for all that is wrong with a credential: to tell more would help whoever guesses.</summary>
    public static readonly Error InvalidCredential = new(
        "Access.InvalidCredential", ErrorKind.Unauthenticated, "Invalid or missing authorization token", "Bearer token not provided or invalid");

    public static readonly Error AuthorityUnavailable = new(
        "Access.AuthorityUnavailable", ErrorKind.Unavailable, "Service is unavailable", "The authority that vouches for tokens cannot be reached at the moment; try again");

    public static readonly Error TokensAreOff = new(
        "Access.TokensAreOff", ErrorKind.Unavailable, "User tokens are switched off", "The server has no key to sign tokens with: set Auth:Jwt:SigningKey");

    public static readonly Error NotAPerson = Error.Rule("Access.NotAPerson", "must be a person's id, not an agent's");
}
