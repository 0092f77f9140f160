using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Sessions.BeatSession;

/// <summary>A heartbeat: notes activity in a session, which renews it if it renews by itself.</summary>
public sealed record BeatSessionCommand(string SessionId) : ICommand<SessionResponse>, IRepeatable;
