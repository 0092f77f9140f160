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

    /// <summary>text (default), voice, dm or group, in any case; the reference's names are understood too.</summary>
    public string? Type { get; init; }

    /// <summary>Whether it is for its participants alone.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    internal CreateChannelCommand ToCommand() => new(Name, ServerId, Type, Description, IsPrivate, Metadata);
}
