using System.Text.Json;
using Eliza.Application.Common;

namespace Eliza.Application.Servers.UpdateServer;

/// <summary>Changes what a server says of itself. What is missing stays as it is.</summary>
/// <param name="ServerId">From the path, as the client wrote it.</param>
/// <param name="Metadata">Takes the place of the metadata that was there.</param>
public sealed record UpdateServerCommand(string ServerId, string? Name, string? Description, JsonElement? Metadata) : ICommand<ServerResponse>;
