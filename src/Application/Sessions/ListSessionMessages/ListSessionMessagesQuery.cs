using Eliza.Application.Common;

namespace Eliza.Application.Sessions.ListSessionMessages;

/// <summary>
/// A page of what was said in a session. Without cursors it holds the newest messages. <paramref name="Before"/> leads back: the
/// newest ones before it. <paramref name="After"/> leads on: the oldest ones behind it, so that whoever follows a session leaves
/// none out. Both together bound the page on both sides, and it holds the newest that fit. Each is the cursor of an earlier page
/// or another time in Unix milliseconds, or a time in ISO 8601. No message is left out or met twice, however many came at once.
/// </summary>
public sealed record ListSessionMessagesQuery(string SessionId, int? Limit, string? Before, string? After) : IQuery<SessionMessagePage>;
