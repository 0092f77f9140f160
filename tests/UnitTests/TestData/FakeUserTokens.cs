using Eliza.Application.Access;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Mints tokens that nobody can read, unless they are off.</summary>
internal sealed class FakeUserTokens : IUserTokens
{
    public static readonly IssuedToken Token = new("header.body.signature", 42);

    public bool AreOff { get; init; }

    public List<(ActorId User, DisplayName? Name, TimeSpan Lifetime)> Issued { get; } = [];

    public Result<IssuedToken> Issue(ActorId user, DisplayName? name, TimeSpan lifetime)
    {
        if (AreOff) return AccessErrors.TokensAreOff;
        Issued.Add((user, name, lifetime));
        return Token;
    }

    public Task<Result<Caller>> ReadAsync(string token, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Caller>>(AccessErrors.InvalidCredential);
}
