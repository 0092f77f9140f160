using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.CreateGroupChannel;

/// <summary>Opens a private group for people and agents; the caller, if it is somebody, owns it and takes part.</summary>
/// <param name="Participants">At least two; ids of agents bring the agents in.</param>
/// <param name="ServerId">The default server when missing; a server named for the first time is created.</param>
public sealed record CreateGroupChannelCommand(
    string? Name, IReadOnlyList<string?>? Participants, string? Description, string? ServerId, JsonElement? Metadata) : ICommand<ChannelResponse>, IIdempotent;
