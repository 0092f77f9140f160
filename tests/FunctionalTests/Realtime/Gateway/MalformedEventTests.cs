using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>Events that nobody can make sense of: the client hears why, and its connection lives.</summary>
public sealed class MalformedEventTests(MalformedEventTests.Factory factory) : IClassFixture<MalformedEventTests.Factory>
{
    public static TheoryData<string> Payloads =>
    [
        "[]", "[[1]]", "5", "-1.5e300", "true", "null", "\"text\"", "\"\"",
        """{"roomId":"a","roomId":"b","message":"x"}""",
        """{"roomId":{},"message":[],"senderId":5,"attachments":{},"metadata":7,"messageId":false}""",
        """{"roomId":"\ud800","message":"\udc00"}""",
        """{"\ud800":1,"roomId":"a"}""",
        """{"":1,"__proto__":{"admin":true},"constructor":null}""",
        """{"room":"x","content":null,"files":[],"spelled":1}""",
        $$"""{"metadata":{{Nested(40)}}}""",
        $$"""{"roomId":{{Nested(100)}}}""",
        $$"""{"roomId":"{{new string('r', 900_000)}}"}""",
        $$"""{"roomId":"x","senderId":"ada","message":"{{new string('m', 900_000)}}"}""",
        $$"""{"roomId":"x","messageId":"{{string.Concat(Enumerable.Repeat("😀", 200_000))}}","message":"x"}""",
        $$"""{"attachments":[{{string.Join(',', Enumerable.Repeat("{\"type\":5}", 50_000))}}]}""",
        $$"""{{{string.Join(',', Enumerable.Range(0, 50_000).Select(number => $"\"f{number}\":{number}"))}}}""",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Event_WithAMalformedPayload_IsRefusedAndTheConnectionLives(string payload)
    {
        var channel = await factory.Api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);
        string[] sent = ["[\"message\",{\"type\":2,\"payload\":PAYLOAD}]", "[\"2\",PAYLOAD]", "[\"join\",PAYLOAD]", "[\"message\",{\"type\":1,\"payload\":PAYLOAD}]", "[\"leave\",PAYLOAD]"];

        foreach (var pattern in sent)
        {
            var ack = await socket.AskRawAsync(pattern.Replace("PAYLOAD", payload));
            if (pattern.Contains("leave") && ack.GetProperty("success").GetBoolean()) continue;
            ack.GetProperty("error").GetProperty("code").GetString().ShouldBeOneOf("VALIDATION_ERROR", "RESOURCE_NOT_FOUND");
            ack.EnumerateObject().Select(field => field.Name).ShouldBe(["success", "error"]);
        }
        (await socket.HearAsync("messageError", count: 4)).ShouldAllBe(error => error.Data.GetRawText().Length < 60_000);

        await socket.JoinAsync(channel);
        await socket.SayAsync(channel, "Alive", "ada");
        await socket.HearTextAsync("Alive");
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.StartsWith("Critical"));
    }

    [Theory]
    [InlineData("42[]")]
    [InlineData("42{}")]
    [InlineData("42[\"message\"")]
    [InlineData("4")]
    [InlineData("49")]
    [InlineData("x")]
    public async Task Packet_ThatIsNone_EndsTheConnection(string packet)
    {
        await using var socket = await TestSocket.ConnectAsync(factory);
        await socket.SendAsync(packet);
        await socket.Ended;
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task Junk_OfAllShapes_HarmsNobody()
    {
        var random = new Random(20260);
        var channel = await factory.Api.CreateRoomAsync();
        await using var healthy = await TestSocket.ConnectAsync(factory);
        await healthy.JoinAsync(channel);
        await using var hostile = await TestSocket.OfUserAsync(factory, "mallory");
        string[] names = ["message", "1", "2", "join", "leave", "send_message", "request-world-state", "subscribe_logs", "unsubscribe_logs", "update_log_filters", "x", ""];

        for (var number = 0; number < 3_000; number++)
        {
            var name = random.Next(10) == 0 ? Junk.Text(random) : names[random.Next(names.Length)];
            if (name is "connect" or "disconnect") continue;
            var arguments = Enumerable.Range(0, random.Next(3)).Select(_ => Junk.Value(random, 4, channel));
            var packet = JsonSerializer.Serialize(new object?[] { name }.Concat(arguments));
            if (number % 100 == 0) (await hostile.AskRawAsync(packet)).TryGetProperty("success", out _).ShouldBeTrue();
            else await hostile.SendAsync("42" + packet);
            if (number % 1000 == 0) await healthy.SayAsync(channel, $"Well {number}", "ada");
        }
        await hostile.CatchUpAsync();

        await healthy.HearTextAsync("Well 2000");
        healthy.Texts().Where(text => text.StartsWith("Well")).ShouldBe(["Well 0", "Well 1000", "Well 2000"]);
        factory.Log.Lines.ShouldNotContain(line => line.StartsWith("Error") || line.StartsWith("Critical"));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);

    /// <summary>A server of its own, whose log no other test fills.</summary>
    public sealed class Factory : ApiFactory;
}
