using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Media;

public sealed class UndescribedUploadTests(UndescribedFactory factory) : IClassFixture<UndescribedFactory>
{
    [Fact]
    public async Task Upload_WhenFilesAreNotToBeDescribed_TellsNothing()
    {
        var channel = await factory.Api.CreateChannelAsync("undescribed");

        foreach (var (name, bytes) in new[] { ("a.png", MediaSamples.Png), ("a.pdf", DocumentSamples.Pdf(["Hello"])), ("b.pdf", MediaSamples.Pdf) })
            (await factory.Api.UploadAsync(channel, bytes, name, null)).ShouldBe(200).Data.GetProperty("description").GetString().ShouldBeNull();

        factory.Log.Lines.ShouldNotContain(line => line.Contains("has no description"));
    }
}
