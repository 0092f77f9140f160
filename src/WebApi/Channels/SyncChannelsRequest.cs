using Eliza.Application.Channels.SyncChannels;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a synchronization with a platform.</summary>
public sealed class SyncChannelsRequest
{
    /// <summary>The platform's channels, at most 100. Required.</summary>
    public IReadOnlyList<PlatformChannelBody?>? Channels { get; init; }

    internal SyncChannelsCommand ToCommand(string serverId) =>
        new(serverId, Channels?.Select(channel => channel is null ? null : new PlatformChannel(channel.Name, channel.Type, channel.SourceId)).ToList());
}

/// <summary>A channel of a platform.</summary>
public sealed class PlatformChannelBody
{
    /// <summary>2–100 letters, digits, hyphens, underscores or periods, unique in the server; required but for a direct channel.</summary>
    public string? Name { get; init; }

    /// <summary>text (default), voice, dm or group, in any case; the reference's names are understood too.</summary>
    public string? Type { get; init; }

    /// <summary>Its id on the platform, at most 256 characters. Required.</summary>
    public string? SourceId { get; init; }
}
