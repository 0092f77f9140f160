using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Media;

/// <summary>How much all channels' files may take together.</summary>
public sealed class MediaTotalTests(MediaTotalTests.Factory factory) : IClassFixture<MediaTotalTests.Factory>
{
    private const int FileBytes = 100_000;
    private const int MaxFiles = 10;
    private const int MaxBytes = (MaxFiles * FileBytes) + (FileBytes / 2);

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Uploads_AtOnceToManyChannels_NeverPassTheLimitOfAllTogether()
    {
        var channels = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _api.CreateChannelAsync($"total-{Guid.CreateVersion7():N}")));
        var bytes = MediaSamples.OfLength(MediaSamples.Png, FileBytes);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * MaxFiles).Select(number => _api.UploadAsync(channels[number % channels.Length], bytes)));

        answers.Count(answer => answer.Status == 200).ShouldBe(MaxFiles);
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.ShouldBeError(413, "PAYLOAD_TOO_LARGE").Details.ShouldBe($"The files of all channels must be at most {MaxBytes} bytes in total");
        Uploads.FilesOf(factory).Count.ShouldBe(MaxFiles);

        // What is deleted makes room.
        var taken = Array.FindIndex(answers, answer => answer.Status == 200) % channels.Length;
        (await _api.DeleteAsync($"/api/messaging/channels/{channels[taken]}")).ShouldBe(200);
        (await _api.UploadAsync(channels[(taken + 1) % channels.Length], bytes)).ShouldBe(200);
    }

    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Media:MaxBytes", $"{MaxBytes}");
        }
    }
}
