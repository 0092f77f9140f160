using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Gateway;
using Eliza.WebApi.Responses;

namespace Eliza.UnitTests.Realtime.Gateway;

public sealed class FailureTests
{
    [Fact]
    public void Of_AForbiddenRoom_TellsTheEnvelopesCodeAndTheRoomUnderBothNames()
    {
        var json = ToJson(Failure.Of(CommonErrors.Forbidden, "general", "m-1", spellings: null, retryAfter: null));

        json.ShouldBe("""
            {"code":"PERMISSION_DENIED","error":"Insufficient permissions","message":"Insufficient permissions","details":"User does not have permission to perform this action","channelId":"general","clientMessageId":"m-1","roomId":"general"}
            """.Trim());
    }

    [Fact]
    public void Of_FieldsThatAreWrong_NamesThemAsTheClientDoes()
    {
        var spellings = new FieldSpellings();
        spellings.Set("Content", "text");
        var error = CommonErrors.Invalid(CommonErrors.InvalidBody, [FieldFailure.Required("Content")]);

        Failure.Of(error, room: null, clientMessageId: null, spellings, retryAfter: null).Details.ShouldBe("Required field 'text' is missing");
    }

    [Fact]
    public void Of_WhatIsVeryLong_LeavesItOutOrCutsIt()
    {
        var (allowed, tooLong) = (new string('r', 255), new string('r', 256));
        var error = new Error("Test.Long", ErrorKind.NotFound, "Not found", new string('d', 1_000_000));

        Failure.Of(error, allowed, allowed, spellings: null, retryAfter: null).ShouldSatisfyAllConditions(
            failure => failure.RoomId.ShouldBe(allowed), failure => failure.ClientMessageId.ShouldBe(allowed));
        var json = ToJson(Failure.Of(error, tooLong, tooLong, spellings: null, retryAfter: null));
        json.Length.ShouldBeLessThan(21_000);
        json.ShouldNotContain("rrr");
    }

    [Fact]
    public void ToAck_IsTheEnvelopeOfRequests()
    {
        ToJson(Failure.Of(CommonErrors.Conflict, room: null).ToAck())
            .ShouldBe("""{"success":false,"error":{"code":"CONFLICT","message":"Conflict","details":"The request conflicts with data that exists already"}}""");
        ToJson(Failure.Of(CommonErrors.Conflict, null, null, spellings: null, retryAfter: 7).ToAck()).ShouldEndWith(""","retryAfter":7}""");
    }

    private static string ToJson(object value) => JsonSerializer.Serialize(value, Json.Options);
}
