using System.Text;
using System.Text.Json;
using Eliza.Application.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>
/// An event as the reference's clients send it: by its own name, or as a <c>message</c> whose <c>type</c> is a number for what it asks, with
/// the payload inside; those numbers may also be names themselves.
/// </summary>
/// <param name="Name">What is asked for.</param>
/// <param name="Payload">What came with it; null when nothing did.</param>
internal sealed record ClientEvent(string Name, JsonElement? Payload)
{
    private const string Envelope = "message";

    public static ClientEvent Of(SocketEvent received)
    {
        JsonElement? payload = received.Arguments.Count > 0 ? received.Arguments[0] : null;
        if (received.Name != Envelope || payload is not { ValueKind: JsonValueKind.Object } enveloped || !enveloped.TryGetProperty("type", out var type)) return new ClientEvent(received.Name, payload);
        return new ClientEvent(
            type.ValueKind is JsonValueKind.Number or JsonValueKind.String ? $"{type}" : "",
            enveloped.TryGetProperty("payload", out var inner) ? inner : null);
    }

    /// <summary>Makes the payload that an action takes of it. What is wrong with it is noted, and told by whoever handles it.</summary>
    public object Read(Type type, RequestInput input, FieldSpellings spellings)
    {
        if (Payload is null) return Activator.CreateInstance(type)!;
        using var document = StrictJson.Parse(Encoding.UTF8.GetBytes(Payload.Value.GetRawText()), out var error);
        input.Unreadable = error;
        return document is null ? Activator.CreateInstance(type)! : new JsonBodyReader(input, spellings) { AllowsSameTwice = true }.Read(document.RootElement, type);
    }
}
