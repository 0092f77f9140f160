using Eliza.Application.Media;
using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Media;

public sealed class MediaDescriptionsTests
{
    private readonly FakeMediaFileRepository _files = new();
    private readonly MediaDescriptions _descriptions;

    public MediaDescriptionsTests() => _descriptions = new MediaDescriptions(_files);

    [Fact]
    public async Task Describe_OfFilesOfTheChannel_SaysWhatWasFoundOut()
    {
        var (pdf, song) = (Uploaded(Ids.Channel, "What it says"), Uploaded(Ids.Channel, null));

        (await DescribeAsync(FileAt(pdf), FileAt(song), FileAt(pdf))).ShouldBe(["What it says", null, "What it says"]);
    }

    /// <summary>Whoever reads the message could otherwise read what is in a file of a channel that is closed to them.</summary>
    [Fact]
    public async Task Describe_OfAFileOfAnotherChannel_SaysNothing() =>
        (await DescribeAsync(FileAt(Uploaded(Ids.OtherChannel, "A secret")))).ShouldBe([null]);

    [Theory]
    [InlineData("The author's own")]
    [InlineData("")]
    public async Task Describe_OfWhatTheAuthorDescribed_LeavesThat(string own)
    {
        (await DescribeAsync(FileAt(Uploaded(Ids.Channel, "Found")) with { Description = own })).ShouldBe([own]);
        _files.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Describe_OfOthersFiles_AsksForNothing()
    {
        var id = Uploaded(Ids.Channel, "Found");

        (await DescribeAsync(FileAt(id) with { Url = $"https://example.com/media/{id}/a.pdf" })).ShouldBe([null]);
        (await DescribeAsync()).ShouldBeEmpty();
        _files.Asked.ShouldBe(0);
    }

    private MediaId Uploaded(ChannelId channel, string? description)
    {
        var id = MediaId.New(Times.Now);
        _files.Add(MediaFile.Uploaded(
            id, channel, "user:ada", MediaType.From("application/pdf"), MediaName.FromTrusted("a.pdf"), 1, "c0ffee",
            description is null ? null : MediaDescription.Of(description), Times.Now));
        return id;
    }

    private static Attachment FileAt(MediaId id) => new($"/media/{id}/a.pdf", null, "a.pdf", null, null, null);

    private async Task<IEnumerable<string?>> DescribeAsync(params Attachment[] attachments) =>
        (await _descriptions.DescribeAsync(Ids.Channel, attachments, TestContext.Current.CancellationToken)).Select(attachment => attachment.Description);
}
