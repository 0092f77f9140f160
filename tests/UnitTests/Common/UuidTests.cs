using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.UnitTests.TestData;
using FsCheck;
using FsCheck.Fluent;

namespace Eliza.UnitTests.Common;

public sealed class UuidTests
{
    private const string Text = "0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b";

    [Theory]
    [InlineData(Text)]
    [InlineData("0198A7B6-1C2D-7E3F-8A4B-5C6D7E8F9A0B")]
    public void TryParse_WhenInEitherCase_ReadsIt(string text)
    {
        Uuid.TryParse(text, out var value).ShouldBeTrue();
        value.ShouldBe(new Guid(Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("invalid-channel")]
    [InlineData("0198a7b61c2d7e3f8a4b5c6d7e8f9a0b")]
    [InlineData("{0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b}")]
    [InlineData("(0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b)")]
    [InlineData("0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0")]
    [InlineData("0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0bb")]
    [InlineData("0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0g")]
    [InlineData(" 0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b")]
    [InlineData("0198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b\n")]
    [InlineData("0x98a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b")]
    [InlineData("+198a7b6-1c2d-7e3f-8a4b-5c6d7e8f9a0b")]
    [InlineData("0198a7b6-+c2d-7e3f-8a4b-5c6d7e8f9a0b")]
    public void TryParse_WhenSpelledOtherwise_Refuses(string? text)
    {
        Uuid.TryParse(text, out _).ShouldBeFalse();
        ChannelId.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void TryParse_WhenWrittenByUs_ReadsTheSame() =>
        Prop.ForAll<Guid>(value => Uuid.TryParse(value.ToString(), out var read) && read == value).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_WhenOfAnyModule_ReadsWhatItWrites()
    {
        var value = new Guid(Text);

        (ServerId.TryParse(new ServerId(value).ToString(), out var server) && server.Value == value).ShouldBeTrue();
        (ChannelId.TryParse(new ChannelId(value).ToString(), out var channel) && channel.Value == value).ShouldBeTrue();
        (MessageId.TryParse(new MessageId(value).ToString(), out var message) && message.Value == value).ShouldBeTrue();
        (AgentRunId.TryParse(new AgentRunId(value).ToString(), out var run) && run.Value == value).ShouldBeTrue();
        (ApiKeyId.TryParse(new ApiKeyId(value).ToString(), out var key) && key.Value == value).ShouldBeTrue();
    }

    [Fact]
    public void New_WhenMadeHere_IsOfVersion7AndDistinct()
    {
        Guid[] ids =
        [
            ServerId.New(Times.Now).Value, ChannelId.New(Times.Now).Value, MessageId.New(Times.Now).Value,
            AgentRunId.New(Times.Now).Value, ApiKeyId.New(Times.Now).Value,
        ];

        ids.ShouldAllBe(id => id.Version == 7);
        ids.ShouldBeUnique();
    }

    [Fact]
    public void New_WhenMadeLater_SortsBehind() =>
        string.CompareOrdinal(MessageId.New(Times.Now).ToString(), MessageId.New(Times.Now.AddMilliseconds(1)).ToString()).ShouldBeNegative();
}
