using System.Text.Json;
using Eliza.Application.Channels.CreateChannel;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a channel's creation.</summary>
public sealed class CreateChannelRequest : CreatingRequest
{
    /// <summary>2–100 letters, digits, hyphens, underscores or periods, unique in the server; required but for a direct channel.</summary>
    public string? Name { get; init; }

    /// <summary>A UUID; the default server when missing. A server named for the first time is created.</summary>
    [AlsoSpelled("messageServerId")]
    public string? ServerId { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>text, voice, dm or group, in any case; the reference's names are understood too. When missing, a group for two participants or more, else text.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is for its participants alone.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Ids of people and agents who are to take part from the start, at most 1000; the caller takes part in any case.</summary>
    public IReadOnlyList<string?>? ParticipantCentralUserIds { get; init; }

    internal CreateChannelCommand ToCommand() => new(Name, ServerId, Type, Description, IsPrivate, Metadata, ParticipantCentralUserIds);
}
