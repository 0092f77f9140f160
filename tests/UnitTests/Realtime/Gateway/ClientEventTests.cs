using System.Text.Json;
using Eliza.Application.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Gateway.Actions;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.UnitTests.Realtime.Gateway;

public sealed class ClientEventTests
{
    private readonly RequestInput _input = new();

    [Theory]
    [InlineData("join", """{"roomId":"a"}""", "join", """{"roomId":"a"}""")]
    [InlineData("1", """{"roomId":"a"}""", "1", """{"roomId":"a"}""")]
    [InlineData("message", """{"type":1,"payload":{"roomId":"a"}}""", "1", """{"roomId":"a"}""")]
    [InlineData("message", """{"type":"2","payload":[]}""", "2", "[]")]
    [InlineData("message", """{"type":"leave","payload":null}""", "leave", "null")]
    [InlineData("message", """{"type":2,"roomId":"a"}""", "2", null)]
    [InlineData("message", """{"type":2.0,"payload":{}}""", "2.0", "{}")]
    [InlineData("message", """{"type":null,"payload":{}}""", "", "{}")]
    [InlineData("message", """{"type":{},"payload":{}}""", "", "{}")]
    [InlineData("message", """{"text":"a"}""", "message", """{"text":"a"}""")]
    [InlineData("message", "[1]", "message", "[1]")]
    [InlineData("message", null, "message", null)]
    [InlineData("send_message", """{"type":1,"payload":{}}""", "send_message", """{"type":1,"payload":{}}""")]
    public void Of_WhateverIsSent_FindsWhatIsAsked(string name, string? argument, string asked, string? payload)
    {
        var said = Of(name, argument);
        said.Name.ShouldBe(asked);
        said.Payload?.GetRawText().ShouldBe(payload);
        said.Payload.HasValue.ShouldBe(payload is not null);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"roomId":"a","roomId":"a"}""")]
    public void Read_OfWhatIsNoPayload_IsEmptyAndSaysWhy(string argument)
    {
        Read(argument).Room.ShouldBeNull();
        _input.Unreadable.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("""{"roomId":"a"}""", "a")]
    [InlineData("""{"room_id":"a"}""", "a")]
    [InlineData("""{"channelId":"a","roomId":"a","channel_id":"a","sessionId":"a"}""", "a")]
    [InlineData("""{"sessionId":"a"}""", "a")]
    [InlineData("""{"room":"computed, and no field"}""", null)]
    [InlineData("""{"roomId":null}""", null)]
    public void Read_OfARoom_FindsItByEachName(string argument, string? room)
    {
        Read(argument).Room.ShouldBe(room);
        (_input.Unreadable, _input.Failures.Count).ShouldBe((null, 0));
    }

    [Theory]
    [InlineData("""{"roomId":"a","room_id":"b"}""")]
    [InlineData("""{"entityId":"a","userId":"b"}""")]
    [InlineData("""{"roomId":5}""")]
    [InlineData("""{"roomId":["a"]}""")]
    public void Read_OfFieldsThatAreWrong_SaysWhich(string argument)
    {
        Read(argument);
        _input.Failures.ShouldHaveSingleItem();
    }

    [Fact]
    public void Read_OfNothing_IsEmpty() => ((RoomPayload)new ClientEvent("join", null).Read(typeof(RoomPayload), _input, new FieldSpellings())).Room.ShouldBeNull();

    private static ClientEvent Of(string name, string? argument) =>
        ClientEvent.Of(new SocketEvent(null!, name, new SocketArguments(argument is null ? [] : [JsonElement.Parse(argument)], []), ackId: null));

    private RoomPayload Read(string argument) => (RoomPayload)Of("join", argument).Read(typeof(RoomPayload), _input, new FieldSpellings());
}
