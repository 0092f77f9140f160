using Eliza.Domain.Common;

namespace Eliza.Application.Access;

/// <summary>Makes and reads the tokens of people: JSON Web Tokens (RFC 7519), checked as RFC 8725 has it.</summary>
public interface IUserTokens
{
    /// <summary>Mints a token.</summary>
    /// <param name="user">Who will call with it: its <c>sub</c>.</param>
    /// <param name="name">What people call the user; its <c>name</c>.</param>
    /// <param name="lifetime">How long it is valid from now on.</param>
    /// <returns>The token; <see cref="AccessErrors.TokensAreOff"/> when no signing key is configured.</returns>
    Result<IssuedToken> Issue(ActorId user, DisplayName? name, TimeSpan lifetime);

    /// <summary>Who stands behind a token.</summary>
    /// <param name="token">The token as the client presented it, whatever it is.</param>
    /// <param name="cancellationToken">Cancels what has to be asked of the authority.</param>
    /// <returns>
    /// The person; <see cref="AccessErrors.InvalidCredential"/>; or <see cref="AccessErrors.AuthorityUnavailable"/> when the
    /// authority that could vouch for the token cannot be reached.
    /// </returns>
    Task<Result<Caller>> ReadAsync(string token, CancellationToken cancellationToken);
}

/// <summary>A token, and until when it is valid, in Unix seconds.</summary>
public sealed record IssuedToken(string Token, long ExpiresAt)
{
    /// <summary>A record would print its secret.</summary>
    public override string ToString() => nameof(IssuedToken);
}
