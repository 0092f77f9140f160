using System.Text.Json;
using Eliza.Application.Common;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Input;

namespace Eliza.UnitTests.Input;

public sealed class JsonBodyReaderTests
{
    private readonly RequestInput _input = new();
    private readonly FieldSpellings _spellings = new();

    [Theory]
    [InlineData("""{"channelName":"a","serverId":"b","isPrivate":true,"byteSize":7,"mainPart":{"fileName":"c"},"otherParts":[{"byteSize":8}],"userIds":["d"]}""")]
    [InlineData("""{"channel_name":"a","server_id":"b","is_private":true,"byte_size":7,"main_part":{"file_name":"c"},"other_parts":[{"byte_size":8}],"user_ids":["d"]}""")]
    [InlineData("""{"messageServerId":"b","channelName":"a","is_private":true,"byteSize":7,"mainPart":{"file_name":"c"},"other_parts":[{"byteSize":8}],"userIds":["d"]}""")]
    [InlineData("""{"message_server_id":"b","channelName":"a","is_private":true,"byteSize":7,"mainPart":{"fileName":"c"},"otherParts":[{"byteSize":8}],"userIds":["d"]}""")]
    public void Read_WhenSpelledEitherWay_ReadsEveryField(string json)
    {
        var request = Read(json);

        (request.ChannelName, request.ServerId, request.IsPrivate, request.ByteSize).ShouldBe(("a", "b", true, 7));
        request.MainPart.ShouldNotBeNull().FileName.ShouldBe("c");
        request.OtherParts.ShouldNotBeNull().ShouldHaveSingleItem()!.ByteSize.ShouldBe(8);
        request.UserIds.ShouldBe(["d"]);
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"ChannelName":"a"}""")]
    [InlineData("""{"channelname":"a"}""")]
    [InlineData("""{"CHANNEL_NAME":"a"}""")]
    [InlineData("""{"channel-name":"a"}""")]
    [InlineData("""{"unknown":{"channelName":"a"},"":1}""")]
    public void Read_WhenFieldsAreUnknown_PassesThemOver(string json)
    {
        Read(json).ChannelName.ShouldBeNull();
        _input.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Read_WhenFieldsAreNull_TakesThemForMissing()
    {
        var request = Read("""{"channelName":null,"isPrivate":null,"byteSize":null,"freeForm":null,"mainPart":null,"otherParts":null,"userIds":null}""");

        (request.ChannelName, request.IsPrivate, request.ByteSize, request.FreeForm, request.MainPart).ShouldBe((null, null, null, null, null));
        request.OtherParts.ShouldBeNull();
        request.UserIds.ShouldBeNull();
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"channelName":7}""", "ChannelName", "Field '{field}' must be a string")]
    [InlineData("""{"channelName":{}}""", "ChannelName", "Field '{field}' must be a string")]
    [InlineData("""{"isPrivate":"true"}""", "IsPrivate", "Field '{field}' must be true or false")]
    [InlineData("""{"isPrivate":1}""", "IsPrivate", "Field '{field}' must be true or false")]
    [InlineData("""{"byteSize":"7"}""", "ByteSize", "Field '{field}' must be a whole number")]
    [InlineData("""{"byteSize":7.5}""", "ByteSize", "Field '{field}' must be a whole number")]
    [InlineData("""{"byteSize":9223372036854775808}""", "ByteSize", "Field '{field}' must be a whole number")]
    [InlineData("""{"byteSize":1e999}""", "ByteSize", "Field '{field}' must be a whole number")]
    [InlineData("""{"smallCount":"7"}""", "SmallCount", "Field '{field}' must be a whole number")]
    [InlineData("""{"smallCount":7.5}""", "SmallCount", "Field '{field}' must be a whole number")]
    [InlineData("""{"smallCount":2147483648}""", "SmallCount", "Field '{field}' must be a whole number")]
    [InlineData("""{"warmRate":"0.7"}""", "WarmRate", "Field '{field}' must be a number")]
    [InlineData("""{"warmRate":1e999}""", "WarmRate", "Field '{field}' must be a number")]
    [InlineData("""{"warmRate":true}""", "WarmRate", "Field '{field}' must be a number")]
    [InlineData("""{"character":{"full_name":7,"x":1}}""", "Character.FullName", "Field '{field}' must be a string")]
    [InlineData("""{"mainPart":[]}""", "MainPart", "Field '{field}' must be an object")]
    [InlineData("""{"mainPart":"c"}""", "MainPart", "Field '{field}' must be an object")]
    [InlineData("""{"otherParts":{}}""", "OtherParts", "Field '{field}' must be a list")]
    [InlineData("""{"otherParts":[{},7]}""", "OtherParts[1]", "Field '{field}' must be an object")]
    [InlineData("""{"otherParts":[{},{"byteSize":true}]}""", "OtherParts[1].ByteSize", "Field '{field}' must be a whole number")]
    [InlineData("""{"mainPart":{"fileName":[]}}""", "MainPart.FileName", "Field '{field}' must be a string")]
    [InlineData("""{"userIds":["a",7]}""", "UserIds[1]", "Field '{field}' must be a string")]
    public void Read_WhenAFieldIsOfTheWrongType_NotesItAndReadsOn(string json, string path, string problem)
    {
        var request = Read(json[..^1] + ""","serverId":"b"}""");

        var failure = _input.Failures.ShouldHaveSingleItem();
        (failure.Path, failure.Problem).ShouldBe((path, problem));
        request.ServerId.ShouldBe("b");
    }

    [Theory]
    [InlineData("""{"smallCount":-7,"warmRate":0.25}""", -7, 0.25)]
    [InlineData("""{"small_count":2147483647,"warm_rate":2}""", int.MaxValue, 2.0)]
    [InlineData("""{"smallCount":0,"warmRate":1e-3}""", 0, 0.001)]
    [InlineData("""{"smallCount":null,"warmRate":null}""", null, null)]
    public void Read_WhenNumbersAreRight_ReadsThem(string json, int? count, double? rate)
    {
        var request = Read(json);

        (request.SmallCount, request.WarmRate).ShouldBe((count, rate));
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"quotedRate":"60","quotedTruth":"true"}""", 60.0, true)]
    [InlineData("""{"quoted_rate":" 7.5 ","quoted_truth":"False"}""", 7.5, false)]
    [InlineData("""{"QUOTED_RATE":"-1e2","quotedTruth":true}""", -100.0, true)]
    [InlineData("""{"QUOTED_RATE":60,"quotedTruth":null}""", 60.0, null)]
    public void Read_WhenAFieldMayStandInAString_ReadsItThereToo(string json, double? rate, bool? truth)
    {
        var request = Read(json);

        (request.QuotedRate, request.QuotedTruth).ShouldBe((rate, truth));
        _input.Failures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"quotedRate":"an hour"}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedRate":""}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedRate":"NaN"}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedRate":"1e999"}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedRate":"true"}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedRate":["60"]}""", "QuotedRate", "Field '{field}' must be a number")]
    [InlineData("""{"quotedTruth":"yes"}""", "QuotedTruth", "Field '{field}' must be true or false")]
    [InlineData("""{"quotedTruth":"1"}""", "QuotedTruth", "Field '{field}' must be true or false")]
    [InlineData("""{"quotedTruth":1}""", "QuotedTruth", "Field '{field}' must be true or false")]
    public void Read_WhenAStringHoldsNothingOfTheFieldsType_SaysSo(string json, string path, string problem)
    {
        Read(json);

        var failure = _input.Failures.ShouldHaveSingleItem();
        (failure.Path, failure.Problem).ShouldBe((path, problem));
    }

    [Fact]
    public void Read_WhenTheRequestKeepsOtherFields_KeepsThemAsTheyCame()
    {
        SampleRequest request;
        using (var document = JsonDocument.Parse("""{"unknown":1,"character":{"fullName":"Ada","some_field":{"a":[1]},"others":2}}""")) request = Read(document.RootElement);

        request.Character!.FullName.ShouldBe("Ada");
        request.Character.Others!.Select(field => $"{field.Key}={field.Value.GetRawText()}").ShouldBe(["""some_field={"a":[1]}""", "others=2"]);
        _input.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Read_WhenSeveralFieldsAreWrong_NotesAll()
    {
        Read("""{"channelName":7,"isPrivate":"x","otherParts":[1,{"fileName":2}]}""");

        _input.Failures.Select(failure => failure.Path).ShouldBe(["ChannelName", "IsPrivate", "OtherParts[0]", "OtherParts[1].FileName"]);
    }

    [Theory]
    [InlineData("""{"serverId":"first","server_id":"second"}""")]
    [InlineData("""{"server_id":"first","messageServerId":"second"}""")]
    [InlineData("""{"message_server_id":"first","messageServerId":"first"}""")]
    public void Read_WhenAFieldIsGivenTwice_SaysSoAndKeepsTheFirst(string json)
    {
        Read(json).ServerId.ShouldBe("first");

        var failure = _input.Failures.ShouldHaveSingleItem();
        (failure.Path, failure.Problem).ShouldBe(("ServerId", "Field '{field}' is given more than once"));
    }

    [Fact]
    public void Read_WhenListItemsAreNull_KeepsTheirPlaces() => Read("""{"otherParts":[null,{"fileName":"c"}]}""").OtherParts.ShouldNotBeNull()
        .Select(part => part?.FileName).ShouldBe([null, "c"]);

    [Fact]
    public void Read_WhenAListIsEndless_SaysSoInsteadOfReadingIt()
    {
        Read($$"""{"userIds":[{{Items(1000)}}]}""").UserIds.ShouldNotBeNull().Count.ShouldBe(1000);
        _input.Failures.ShouldBeEmpty();

        Read($$"""{"userIds":[{{Items(1001)}}]}""").UserIds.ShouldBeNull();
        _input.Failures.ShouldHaveSingleItem().Problem.ShouldBe("Field '{field}' must hold at most 1000 items");

        static string Items(int count) => string.Join(',', Enumerable.Repeat("\"a\"", count));
    }

    [Fact]
    public void Read_WhenAFieldIsFreeJson_OutlivesTheBody()
    {
        SampleRequest request;
        using (var document = JsonDocument.Parse("""{"freeForm":{"any_key":[1]}}""")) request = Read(document.RootElement);

        request.FreeForm!.Value.GetRawText().ShouldBe("""{"any_key":[1]}""");
    }

    [Theory]
    [InlineData("""{"channel_name":7,"server_id":1,"other_parts":[{"byte_size":"x"}]}""", "channel_name server_id other_parts[0].byte_size")]
    [InlineData("""{"channelName":7,"messageServerId":1,"otherParts":[{"byteSize":"x"}]}""", "channelName messageServerId otherParts[0].byteSize")]
    [InlineData("""{"other_parts":[{"byteSize":"x","fileName":1}]}""", "other_parts[0].byteSize other_parts[0].fileName")]
    public void Of_WhenTheClientSpelledAField_IsItsSpelling(string json, string expected)
    {
        Read(json);

        string.Join(' ', _input.Failures.Select(failure => _spellings.Of(failure.Path))).ShouldBe(expected);
    }

    [Fact]
    public void Of_WhenTheClientSentNoSuchField_IsAsTheDocumentsHaveIt()
    {
        Read("""{"other_parts":[{}]}""");

        _spellings.Of("ServerId").ShouldBe("server_id");
        _spellings.Of("ChannelName").ShouldBe("channelName");
        _spellings.Of("OtherParts[0].FileName").ShouldBe("other_parts[0].fileName");
        _spellings.Of("NoField[2].OfOurs").ShouldBe("noField[2].ofOurs");
    }

    private SampleRequest Read(string json) => Read(TestJson.Parse(json));

    private SampleRequest Read(JsonElement body) => (SampleRequest)new JsonBodyReader(_input, _spellings).Read(body, typeof(SampleRequest));
}
