using Eliza.Application.Access;
using Eliza.Domain.Common;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>
/// Takes everybody's word: <c>user:ada</c>, <c>agent:parry</c>, <c>service:crm</c>, and <c>slow:7</c> for a service whose key
/// has a limit of its own. At <c>bug</c> it breaks.
/// </summary>
internal sealed class NamedCallers : ICredentials
{
    private int _lookUps;

    /// <summary>How many credentials were looked up.</summary>
    public int LookUps => Volatile.Read(ref _lookUps);

    public Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _lookUps);
        Result<Caller> caller = apiKey.Split(':', 2) switch
        {
            ["user", var id] => Caller.User(ActorId.From(id)),
            ["agent", var id] => Caller.Agent(KeyOf(id), id, ActorId.From(id), Scopes.Admin),
            ["service", var name] => Caller.Service(KeyOf(name), name, Scopes.Admin),
            ["slow", var perMinute] => Caller.Service(KeyOf(perMinute), perMinute, Scopes.Admin, int.Parse(perMinute)),
            ["bug"] => throw new InvalidOperationException("a secret of the inside"),
            _ => AccessErrors.InvalidCredential,
        };
        return Task.FromResult(caller);
    }

    public Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken) => ReadKeyAsync(bearer, cancellationToken);

    private static Guid KeyOf(string name) => new(name.Length, 0, 0, [.. name.PadRight(8)[..8].Select(letter => (byte)letter)]);
}
