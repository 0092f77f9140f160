using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

public static class ChannelErrors
{
    public static readonly Error NameTaken = new(
        "Channel.NameTaken", ErrorKind.Conflict, "Channel name is taken", "A channel with this name already exists in the server");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Channel.NotFound", ErrorKind.NotFound, "Channel not found", $"Channel with ID '{id}' does not exist");

    public static Error AlreadyParticipant(ActorId actor) => new(
        "Channel.AlreadyParticipant", ErrorKind.Conflict, "Already a participant", $"'{actor}' is already a participant of the channel");

    public static Error NotAParticipant(string actor) => new(
        "Channel.NotAParticipant", ErrorKind.NotFound, "Participant not found", $"'{actor}' is not in the channel");
}
