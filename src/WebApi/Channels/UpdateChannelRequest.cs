using System.Text.Json;
using Eliza.Application.Channels.UpdateChannel;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a channel's change; what is missing stays as it is.</summary>
public sealed class UpdateChannelRequest
{
    /// <summary>2–100 letters, digits, hyphens, underscores or periods, unique in the server; of a direct channel, the name that people see.</summary>
    public string? Name { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The description by its other name; it counts when there is no description.</summary>
    public string? Topic { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Ids of exactly those who are to take part, at most 1000; owners stay in any case.</summary>
    public IReadOnlyList<string?>? ParticipantCentralUserIds { get; init; }

    internal UpdateChannelCommand ToCommand(string channelId) => new(channelId, Name, Description, Topic, Metadata, ParticipantCentralUserIds);
}
