using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Channels;

namespace Eliza.Application.Channels.CreateChannel;

/// <summary>Opens a channel; a direct one between two is opened once and found after that.</summary>
/// <param name="Name">Required but for a direct channel, which is named by the server.</param>
/// <param name="ServerId">The default server when missing; a server named for the first time is created.</param>
/// <param name="Type">One of ours or of the reference's type names; when missing, a group for two participants or more, else text.</param>
/// <param name="IsPrivate">Whether it is for its participants alone; <c>metadata.isPrivate</c> says the same.</param>
/// <param name="ParticipantCentralUserIds">Who is to take part from the start, beside the caller.</param>
public sealed record CreateChannelCommand(
    string? Name, string? ServerId, string? Type, string? Description, bool? IsPrivate, JsonElement? Metadata,
    IReadOnlyList<string?>? ParticipantCentralUserIds = null) : ICommand<ChannelResponse>, IIdempotent
{
    private const int FewestOfAGroup = 2;

    /// <summary>The type that it comes to, when its name is known.</summary>
    internal ChannelType? ResolvedType =>
        Type is null && ParticipantCentralUserIds.CountDifferent() >= FewestOfAGroup ? ChannelType.Group
        : ChannelTypes.Parse(Type) is { IsSuccess: true } type ? type.Value
        : null;
}
