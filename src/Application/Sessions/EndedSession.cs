namespace Eliza.Application.Sessions;

/// <summary>That a session was ended, for people.</summary>
public sealed record EndedSession(string Message);
