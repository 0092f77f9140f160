using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

/// <summary>Clients may name a platform without an id there; then the server's own id stands in its place.</summary>
internal static class ServerSource
{
    /// <summary>Of fields that were checked.</summary>
    public static Source? Of(string? type, string? id, ServerId server) => type is null ? null : Source.Create(type, id ?? server.ToString()).Value;

    /// <summary>The id as the client gave it; null when it gave none.</summary>
    public static string? IdOf(Source? source, ServerId server) => source is null || source.Id == server.ToString() ? null : source.Id;
}
