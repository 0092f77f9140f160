using Eliza.Application.Common;

namespace Eliza.Application.Sessions.DeleteSession;

/// <summary>Ends a session for good. What was said in it stays in its channel; a channel in which nothing is said goes with it.</summary>
public sealed record DeleteSessionCommand(string SessionId) : ICommand<EndedSession>;
