using System.Text.Json;
using Eliza.Application.Common;

namespace Eliza.Application.Channels.UpdateChannel;

/// <summary>Changes what a channel says of itself, and who takes part. What is missing stays as it is.</summary>
/// <param name="ChannelId">From the path, as the client wrote it.</param>
/// <param name="Name">Of a direct channel, which is named by the server: what people see of it.</param>
/// <param name="Topic">The description by its other name; <paramref name="Description"/> goes before it.</param>
/// <param name="Metadata">Takes the place of the metadata that was there.</param>
/// <param name="ParticipantCentralUserIds">Exactly who is to take part, the owners aside, who stay in any case.</param>
public sealed record UpdateChannelCommand(
    string ChannelId, string? Name, string? Description, string? Topic, JsonElement? Metadata,
    IReadOnlyList<string?>? ParticipantCentralUserIds) : ICommand<ChannelResponse>;
