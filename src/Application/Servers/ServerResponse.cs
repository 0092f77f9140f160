using Eliza.Application.Common;

namespace Eliza.Application.Servers;

/// <summary>A server as clients see it. Times are in Unix seconds.</summary>
/// <param name="SourceType">The platform that it stands for a part of, or null.</param>
/// <param name="SourceId">Its id there, or null.</param>
public sealed record ServerResponse(
    Guid Id, string Name, string? Description, RawJson Metadata, long CreatedAt, long UpdatedAt, string? SourceType, string? SourceId);
