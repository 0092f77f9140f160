using Eliza.Application.Common;

namespace Eliza.Application.Servers.GetCurrentServer;

/// <summary>The server of everything that names none.</summary>
public sealed record GetCurrentServerQuery : IQuery<ServerLink>;
