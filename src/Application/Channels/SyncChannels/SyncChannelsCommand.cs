using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Channels.SyncChannels;

/// <summary>Opens a channel for each of a platform's channels that has none in the server yet.</summary>
/// <param name="ServerId">From the path, as the client wrote it.</param>
/// <param name="Channels">The platform's channels, at most 100.</param>
public sealed record SyncChannelsCommand(string ServerId, IReadOnlyList<PlatformChannel?>? Channels) : ICommand<SyncedChannels>, IRepeatable;

/// <summary>A channel of a platform.</summary>
/// <param name="Type">One of ours or of the reference's type names; text when missing.</param>
/// <param name="SourceId">Its id there.</param>
public sealed record PlatformChannel(string? Name, string? Type, string? SourceId);

/// <summary>How many channels were opened; those that were there already do not count.</summary>
public sealed record SyncedChannels(int Synced);
