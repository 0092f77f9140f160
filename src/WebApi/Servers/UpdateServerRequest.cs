using System.Text.Json;
using Eliza.Application.Servers.UpdateServer;

namespace Eliza.WebApi.Servers;

/// <summary>The body of a server's change; what is missing stays as it is.</summary>
public sealed class UpdateServerRequest
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Data of the client's own, in the place of what was there: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    internal UpdateServerCommand ToCommand(string serverId) => new(serverId, Name, Description, Metadata);
}
