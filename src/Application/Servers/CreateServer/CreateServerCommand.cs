using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Servers.CreateServer;

/// <summary>Makes a server.</summary>
/// <param name="SourceType">The platform that it stands for a part of (a guild, a workspace); null for one of our own.</param>
/// <param name="SourceId">Its id there.</param>
public sealed record CreateServerCommand(
    string? Name, string? Description, string? SourceType, string? SourceId, JsonElement? Metadata) : ICommand<ServerResponse>, IIdempotent;
