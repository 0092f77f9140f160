using Eliza.Domain.Common;

namespace Eliza.Domain.Messages;

public static class MessageErrors
{
    public static readonly Error WrongServer = Error.Rule("Message.WrongServer", "must be the channel's server or the default server");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Message.NotFound", ErrorKind.NotFound, "Message not found", $"Message with ID '{id}' does not exist in the channel");
}
