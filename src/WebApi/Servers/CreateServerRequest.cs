using System.Text.Json;
using Eliza.Application.Servers.CreateServer;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Servers;

/// <summary>The body of a server's creation.</summary>
public sealed class CreateServerRequest : CreatingRequest
{
    /// <summary>1–100 characters. Required.</summary>
    public string? Name { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The platform that it stands for a part of: 1–64 letters, digits, hyphens, underscores or periods.</summary>
    public string? SourceType { get; init; }

    /// <summary>Its id on that platform, at most 256 characters.</summary>
    public string? SourceId { get; init; }

    /// <summary>Data of the client's own: at most 16 KB and 5 levels, keys of letters, digits, hyphens and underscores.</summary>
    public JsonElement? Metadata { get; init; }

    internal CreateServerCommand ToCommand() => new(Name, Description, SourceType, SourceId, Metadata);
}
