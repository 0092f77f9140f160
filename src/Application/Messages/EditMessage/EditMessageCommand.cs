using System.Text.Json;
using Eliza.Application.Common;

namespace Eliza.Application.Messages.EditMessage;

/// <summary>Has a message say something else; what it said is kept.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Content">What it says from now on.</param>
/// <param name="Metadata">Its data from now on; as they are when missing.</param>
public sealed record EditMessageCommand(string MessageId, string? Content, JsonElement? Metadata) : ICommand<MessageResponse>;
