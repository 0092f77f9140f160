using System.Net;
using Microsoft.Extensions.Primitives;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>What the request said that opened a session: copied, since the request itself ends before the session does.</summary>
/// <param name="Headers">By name, in any case. They may hold credentials.</param>
/// <param name="Query">By name, in any case, decoded.</param>
/// <param name="RemoteAddress">The client's address, or null where the server cannot know it.</param>
/// <param name="IsHttps">Whether the client came over TLS, as far as the server was told.</param>
internal sealed record EngineHandshake(
    IReadOnlyDictionary<string, StringValues> Headers,
    IReadOnlyDictionary<string, StringValues> Query,
    IPAddress? RemoteAddress,
    bool IsHttps)
{
    /// <summary>Copies what a request says.</summary>
    public static EngineHandshake Of(HttpContext context) => new(
        new Dictionary<string, StringValues>(context.Request.Headers, StringComparer.OrdinalIgnoreCase),
        new Dictionary<string, StringValues>(context.Request.Query, StringComparer.OrdinalIgnoreCase),
        context.Connection.RemoteIpAddress,
        context.Request.IsHttps);
}
