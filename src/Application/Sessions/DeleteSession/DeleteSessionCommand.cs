using Eliza.Application.Common;

namespace Eliza.Application.Sessions.DeleteSession;

/// <summary>Ends a session for good. What was said in it stays in its channel.</summary>
public sealed record DeleteSessionCommand(string SessionId) : ICommand<EndedSession>;
