namespace Eliza.Application.Messages;

/// <summary>Which message was deleted.</summary>
public sealed record DeletedMessage(Guid MessageId);
