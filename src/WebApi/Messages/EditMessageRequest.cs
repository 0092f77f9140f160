using System.Text.Json;
using Eliza.Application.Messages.EditMessage;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Messages;

/// <summary>What a message is to say from now on. Each field may be spelled in snake_case or camelCase.</summary>
public sealed class EditMessageRequest
{
    /// <summary>1–4000 characters of plain text. Required.</summary>
    [AlsoSpelled("text")]
    public string? Content { get; init; }

    /// <summary>Data of the client's own, in the place of what was there; when missing, that stays.</summary>
    public JsonElement? Metadata { get; init; }

    internal EditMessageCommand ToCommand(string messageId) => new(messageId, Content, Metadata);
}
