using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>What tests of the gateway do again and again.</summary>
internal static class SocketCalls
{
    /// <summary>Makes a channel of a name of its own.</summary>
    public static Task<Guid> CreateRoomAsync(this Api api, bool withEliza = false) => api.CreateChannelAsync($"room-{Guid.CreateVersion7()}", withEliza);

    /// <summary>Listens to a room, and gives what the acknowledgement says.</summary>
    public static async Task<JsonElement> JoinAsync(this TestSocket socket, Guid room, string? lastEventId = null) =>
        (await socket.AskAsync("join", new { roomId = room, lastEventId })).ShouldBeDone();

    /// <summary>Sends a message, and gives its id.</summary>
    public static async Task<Guid> SayAsync(this TestSocket socket, Guid room, string text, string? senderId = null) =>
        (await socket.AskAsync("message", new { type = 2, payload = new { roomId = room, message = text, senderId } })).ShouldBeDone().GetProperty("messageId").GetGuid();

    public static Task<HeardEvent> HearTextAsync(this TestSocket socket, string text) => socket.HearAsync("messageBroadcast", heard => heard.Text("text") == text);

    /// <summary>What was said, as the client heard it.</summary>
    public static IReadOnlyList<string> Texts(this TestSocket socket) => [.. socket.Heard.Where(heard => heard.Name == "messageBroadcast").Select(heard => heard.Text("text"))];

    /// <summary>The acknowledgement's data.</summary>
    public static JsonElement ShouldBeDone(this JsonElement ack)
    {
        ack.GetProperty("success").GetBoolean().ShouldBeTrue(ack.GetRawText());
        return ack.GetProperty("data");
    }

    /// <summary>The details of a failure in the envelope of requests.</summary>
    public static string ShouldBeRefused(this JsonElement ack, string code)
    {
        ack.GetProperty("success").GetBoolean().ShouldBeFalse(ack.GetRawText());
        var error = ack.GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe(code, ack.GetRawText());
        error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        return error.GetProperty("details").GetString()!;
    }

    /// <summary>Why a client was not let in.</summary>
    public static JsonElement ShouldBeRefused(this HeardEvent answer, string code)
    {
        answer.Name.ShouldBe("connect_error");
        answer.Text("message").ShouldNotBeNullOrWhiteSpace();
        answer.Data.GetProperty("data").GetProperty("code").GetString().ShouldBe(code);
        return answer.Data.GetProperty("data");
    }
}
