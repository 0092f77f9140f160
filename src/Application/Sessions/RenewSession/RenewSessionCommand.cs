using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Sessions.RenewSession;

/// <summary>Begins a session's time anew, also of one that does not renew by itself.</summary>
public sealed record RenewSessionCommand(string SessionId) : ICommand<SessionResponse>, IRepeatable;
