using Eliza.Application.Common;

namespace Eliza.Application.Messages.GetMessage;

/// <summary>One message, wherever it was said.</summary>
public sealed record GetMessageQuery(string MessageId) : IQuery<MessageResponse>;
