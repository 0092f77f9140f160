namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Values of all shapes, some of which look like payloads.</summary>
internal static class Junk
{
    private static readonly string[] Fields =
        ["type", "payload", "roomId", "channelId", "room", "entityId", "senderId", "message", "text", "messageId", "metadata", "attachments", "level", "agentName", "lastEventId", "", "__proto__"];

    private static readonly string[] Texts = ["", "1", "2", "join", "\0", "\u202e", "😀", "%00", "../..", "0", "-1", "9223372036854775807", "mallory", "ada", "all", "info"];

    public static string Text(Random random) => random.Next(4) == 0 ? new string((char)random.Next(32, 0xD000), random.Next(300)) : Texts[random.Next(Texts.Length)];

    /// <param name="random">Decides.</param>
    /// <param name="depth">How deep it may nest.</param>
    /// <param name="room">A room that there is.</param>
    public static object? Value(Random random, int depth, Guid room) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-5, 5),
        3 => random.NextDouble() * 1e300,
        4 => $"{room}",
        5 => Text(random),
        6 => Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth - 1, room)).ToArray(),
        _ => Enumerable.Range(0, random.Next(6)).Select(_ => Fields[random.Next(Fields.Length)]).Distinct().ToDictionary(name => name, _ => Value(random, depth - 1, room)),
    };
}
