using Eliza.Application.Common;
using Eliza.Domain.Sessions;

namespace Eliza.Application.Sessions;

internal sealed class SessionReaders(SessionLookup lookup, ISessionRepository sessions, ICaller caller) : ISessionReaders
{
    public async Task<bool> ExistsAsync(SessionId id, CancellationToken cancellationToken) => await sessions.FindAsync(id, cancellationToken) is not null;

    public async Task<bool> MayReadAsync(SessionId id, CancellationToken cancellationToken) =>
        (await lookup.FindHeardAsync($"{id}", caller.Current, cancellationToken)).IsSuccess;
}
