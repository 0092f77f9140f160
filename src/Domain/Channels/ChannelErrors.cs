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

    public static readonly Error TooManyParticipants = new(
        "Channel.TooManyParticipants", ErrorKind.Conflict, "Too many participants",
        $"The channel has more than {Channel.MaxReplaceable} participants: add and remove them one by one");

    public static Error LastOwner(ActorId actor) => new(
        "Channel.LastOwner", ErrorKind.Conflict, "Last owner of the channel", $"'{actor}' is the last owner of the channel; make somebody else an owner first");

    public static Error NameOfAgent(DisplayName name) => new(
        "Channel.NameOfAgent", ErrorKind.Conflict, "Name of an agent", $"'{name}' is what an agent in the channel is called; take another name");

    public static Error NotAParticipant(string actor) => new(
        "Channel.NotAParticipant", ErrorKind.NotFound, "Participant not found", $"'{actor}' is not in the channel");
}
