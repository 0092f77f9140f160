using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Channels;

public sealed class MirrorNameTests
{
    [Theory]
    [InlineData("discord", "general", "discord-general-000000000001")]
    [InlineData("telegram", "-100 é#7", "telegram--100---7-000000000001")]
    public void OfMirror_OfAPlatformsChannel_IsNamedAfterIt(string type, string id, string expected) =>
        ChannelName.OfMirror(Source.Create(type, id).Value, Ids.Channel).Value.ShouldBe(expected);

    [Fact]
    public void OfMirror_OfAnyId_KeepsTheRuleOfNames() => Prop.ForAll<NonNull<string>>(text =>
        Source.Create("discord", text.Get) is not { IsSuccess: true } source
        || ChannelName.Create(ChannelName.OfMirror(source.Value, Ids.Channel).Value).IsSuccess).QuickCheckThrowOnFailure();

    [Fact]
    public void OfMirror_OfALongId_KeepsItsMark() =>
        ChannelName.OfMirror(Source.Create("twitter", new string('é', 256)).Value, Ids.Channel).Value.ShouldEndWith("---000000000001");
}
