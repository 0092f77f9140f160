using System.Text.Json;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>An event that a client heard, with its first argument.</summary>
internal sealed record HeardEvent(string Name, JsonElement Data)
{
    public string Text(string field) => Data.GetProperty(field).GetString()!;

    public Guid Id(string field = "id") => Data.GetProperty(field).GetGuid();
}
