using System.Text.Json;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Channels;

/// <summary>What a channel to be opened says of itself.</summary>
internal sealed record ChannelDraft(ServerId Server, string? Name, Description? Description, Metadata Metadata, bool IsPrivate)
{
    /// <summary>Of fields that were checked; what is missing is the default.</summary>
    public static ChannelDraft Of(string? server, string? name, string? description, JsonElement? metadata, bool isPrivate = false) => new(
        ServerId.TryParse(server, out var named) ? named : ServerId.Default,
        name,
        description is null ? null : Description.Create(description).Value,
        metadata is { } fields ? Metadata.Create(fields).Value : Metadata.Empty,
        isPrivate);
}
