using System.Collections.Frozen;
using System.Text.Json;

namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>What an event may be called.</summary>
internal static class EventNames
{
    private static readonly FrozenSet<string> Reserved =
        FrozenSet.Create("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    /// <summary>Whether both sides use this name for something else.</summary>
    public static bool IsReserved(string name) => Reserved.Contains(name);

    /// <summary>The name that a client gave an event, a text or a number, or null if it gave none or a reserved one.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { } name && !IsReserved(name) => name,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
