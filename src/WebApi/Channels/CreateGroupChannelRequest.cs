using System.Text.Json;
using Eliza.Application.Channels.CreateGroupChannel;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Channels;

/// <summary>The body of a group's creation.</summary>
public sealed class CreateGroupChannelRequest : CreatingRequest
{
    /// <summary>2–100 letters, digits, hyphens, underscores or periods, unique in the server. Required.</summary>
    public string? Name { get; init; }

    /// <summary>Ids of people and agents, 2 to 1000. Required.</summary>
    [AlsoSpelled("participantIds")]
    [AlsoSpelled("participantCentralUserIds")]
    public IReadOnlyList<string?>? Participants { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>A UUID; the default server when missing. A server named for the first time is created.</summary>
    [AlsoSpelled("messageServerId")]
    public string? ServerId { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    internal CreateGroupChannelCommand ToCommand() => new(Name, Participants, Description, ServerId, Metadata);
}
