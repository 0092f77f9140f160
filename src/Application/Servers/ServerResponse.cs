using Eliza.Application.Common;

namespace Eliza.Application.Servers;

/// <summary>A server as clients see it. <c>CreatedAt</c> is in Unix seconds.</summary>
public sealed record ServerResponse(Guid Id, string Name, string? Description, RawJson Metadata, long CreatedAt);
