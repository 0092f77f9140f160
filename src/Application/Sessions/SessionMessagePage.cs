namespace Eliza.Application.Sessions;

/// <summary>A page of what was said in a session, newest first.</summary>
/// <param name="HasMore">
/// Whether there is more where the page leads: newer messages where only <c>after</c> was given, else older ones, as far back as
/// <c>after</c>.
/// </param>
public sealed record SessionMessagePage(IReadOnlyList<SessionMessageResponse> Messages, bool HasMore, SessionCursors Cursors);

/// <summary>
/// Where the pages beside this one begin, in Unix milliseconds. An empty page gives back the cursors that led to it, so that whoever
/// looks again and again keeps its place; null where there was none.
/// </summary>
/// <param name="Before">Leads to what is older than the page.</param>
/// <param name="After">Leads to what is newer.</param>
public sealed record SessionCursors(long? Before, long? After);
