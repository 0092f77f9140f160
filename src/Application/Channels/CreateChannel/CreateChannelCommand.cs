using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.CreateChannel;

/// <summary>Opens a channel.</summary>
/// <param name="Name">Required but for a direct channel, which is named by the server.</param>
/// <param name="ServerId">The default server when missing; a server named for the first time is created.</param>
/// <param name="Type">One of ours or of the reference's type names; text when missing.</param>
/// <param name="IsPrivate">Whether it is for its participants alone; <c>metadata.isPrivate</c> says the same.</param>
public sealed record CreateChannelCommand(
    string? Name, string? ServerId, string? Type, string? Description, bool? IsPrivate, JsonElement? Metadata) : ICommand<ChannelResponse>, IIdempotent;
