using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

public enum ChannelType
{
    Text,
    Voice,
    Dm,
    Group,
}

/// <summary>The names of the channel types: ours, and the elizaOS reference's, which map onto them.</summary>
public static class ChannelTypes
{
    private static readonly Error Unknown = Error.Rule("Channel.UnknownType", "must be one of text, voice, dm, group");

    /// <summary>The type of a name in any case; no name is a text channel.</summary>
    public static Result<ChannelType> Parse(string? name) => name?.ToUpperInvariant() switch
    {
        null or "TEXT" or "GUILD" => ChannelType.Text,
        "VOICE" or "VOICE_DM" or "VOICE_GROUP" => ChannelType.Voice,
        "DM" or "SELF" => ChannelType.Dm,
        "GROUP" or "FEED" or "THREAD" or "FORUM" or "WORLD" => ChannelType.Group,
        _ => Unknown,
    };

    public static string Name(this ChannelType type) => type switch
    {
        ChannelType.Text => "text",
        ChannelType.Voice => "voice",
        ChannelType.Dm => "dm",
        ChannelType.Group => "group",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown channel type."),
    };
}
