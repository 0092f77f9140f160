using System.Text.Json;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>What a client presents when it connects: in the handshake's <c>auth</c>, or in the headers of the request that opened the connection.</summary>
internal static class HandshakeCredential
{
    private const string BearerPrefix = "Bearer ";

    /// <summary><c>auth.token</c> may be a key or a token, <c>auth.apiKey</c> is a key. Null when there is none.</summary>
    public static PresentedCredential? Of(JsonElement auth, EngineHandshake handshake) =>
        TextIn(auth, "token") is { } token && WithoutScheme(token) is { Length: > 0 } bearer ? new PresentedCredential(bearer, IsBearer: true)
        : TextIn(auth, "apiKey") is { } key ? new PresentedCredential(key, IsBearer: false)
        : PresentedCredential.Of(name => handshake.Headers.GetValueOrDefault(name).ToString());

    /// <summary>A field of text; null when it is missing, empty, or something else.</summary>
    public static string? TextIn(JsonElement auth, string field) =>
        auth.ValueKind is JsonValueKind.Object && auth.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Clients put the header's value there as it is.</summary>
    private static string WithoutScheme(string token) => token.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) ? token[BearerPrefix.Length..].Trim() : token;
}
