using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Media;

public sealed class SpentUploadTests(LimitedFactory factory) : IClassFixture<LimitedFactory>
{
    [Fact]
    public async Task Upload_WhenTheLimitIsSpent_Returns429BeforeTheFileIsStored()
    {
        var ada = factory.As("service:media");
        for (var count = 0; count < LimitedFactory.Service; count++) (await ada.SendAsync(HttpMethod.Post, Uploads.PathOf("x"), Uploads.Form([]))).ShouldBe(400);

        // Not even the type of the body is looked at.
        (await ada.PostAsync(Uploads.PathOf("x"), new { })).ShouldBeError(429, "RATE_LIMIT_EXCEEDED").Headers.ContainsKey("Retry-After").ShouldBeTrue();
        (await ada.SendAsync(HttpMethod.Post, Uploads.PathOf("x"), Uploads.Form(MediaSamples.Png))).ShouldBeError(429, "RATE_LIMIT_EXCEEDED");
    }
}
