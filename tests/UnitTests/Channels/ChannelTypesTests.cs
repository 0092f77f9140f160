using Eliza.Domain.Channels;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Channels;

public sealed class ChannelTypesTests
{
    [Theory]
    [InlineData(null, ChannelType.Text)]
    [InlineData("TEXT", ChannelType.Text)]
    [InlineData("GUILD", ChannelType.Text)]
    [InlineData("VOICE", ChannelType.Voice)]
    [InlineData("VOICE_DM", ChannelType.Voice)]
    [InlineData("VOICE_GROUP", ChannelType.Voice)]
    [InlineData("DM", ChannelType.Dm)]
    [InlineData("SELF", ChannelType.Dm)]
    [InlineData("GROUP", ChannelType.Group)]
    [InlineData("FEED", ChannelType.Group)]
    [InlineData("THREAD", ChannelType.Group)]
    [InlineData("FORUM", ChannelType.Group)]
    [InlineData("WORLD", ChannelType.Group)]
    public void Parse_WhenNamedInAnyCase_IsTheType(string? name, ChannelType expected)
    {
        ChannelTypes.Parse(name).ShouldSucceed().ShouldBe(expected);
        ChannelTypes.Parse(name?.ToLowerInvariant()).ShouldSucceed().ShouldBe(expected);
        ChannelTypes.Parse(name is null ? null : name[..1] + name[1..].ToLowerInvariant()).ShouldSucceed().ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" text")]
    [InlineData("DMS")]
    [InlineData("voice-dm")]
    [InlineData("0")]
    public void Parse_WhenUnknown_Fails(string name) =>
        ChannelTypes.Parse(name).ShouldBreakRule("Channel.UnknownType", "must be one of text, voice, dm, group");

    [Fact]
    public void Name_WhenOfAnyType_IsReadBack()
    {
        foreach (var type in Enum.GetValues<ChannelType>()) ChannelTypes.Parse(type.Name()).ShouldSucceed().ShouldBe(type);
    }

    [Fact]
    public void Name_WhenNoType_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => ((ChannelType)99).Name());
}
