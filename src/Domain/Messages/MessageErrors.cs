using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

public static class MessageErrors
{
    public static readonly Error WrongServer = Error.Rule("Message.WrongServer", "must be the channel's server or the default server");

    public static readonly Error EditedTooOften = new(
        "Message.EditedTooOften", ErrorKind.Conflict, "Message was edited too often", $"A message can be edited {Message.MaxRevisions} times at most");

    /// <summary>For a look-up that names no channel.</summary>
    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error Unknown(string id) => new(
        "Message.NotFound", ErrorKind.NotFound, "Message not found", $"Message with ID '{id}' does not exist");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Message.NotFound", ErrorKind.NotFound, "Message not found", $"Message with ID '{id}' does not exist in the channel");
}
