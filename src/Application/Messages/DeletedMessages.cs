namespace Eliza.Application.Messages;

/// <summary>How many messages were deleted.</summary>
public sealed record DeletedMessages(long Deleted);
