using Eliza.Application.Common;
using Eliza.Application.Messages;

namespace Eliza.Application.Sessions;

/// <summary>A message of a session as clients see it; <c>CreatedAt</c> is in ISO 8601.</summary>
/// <param name="IsAgent">Whether an agent wrote it.</param>
public sealed record SessionMessageResponse(
    Guid Id, string Content, string AuthorId, bool IsAgent, DateTimeOffset CreatedAt, RawJson Metadata, IReadOnlyList<AttachmentResponse> Attachments);
