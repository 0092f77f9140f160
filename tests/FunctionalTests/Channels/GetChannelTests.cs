using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Channels;

public sealed class GetChannelTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("/api/messaging/channels/{0}")]
    [InlineData("/api/messaging/channels/{0}/details")]
    [InlineData("/api/messaging/central-channels/{0}")]
    [InlineData("/api/messaging/central-channels/{0}/details")]
    public async Task GetChannel_UnderAnyPath_AnswersItWrappedAndBare(string path)
    {
        var id = await _api.CreateChannelAsync($"get-{Guid.CreateVersion7():N}");

        var data = (await _api.GetAsync(string.Format(null, path, id))).ShouldBe(200).Data;

        data.GetProperty("id").GetGuid().ShouldBe(id);
        data.GetProperty("channel").GetProperty("id").GetGuid().ShouldBe(id);
        data.GetProperty("metadata").GetRawText().ShouldBe("{}");
    }

    [Theory]
    [InlineData("invalid-channel")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("{a1b2c3d4-e5f6-7890-1234-567890abcdef}")]
    [InlineData("a1b2c3d4e5f678901234567890abcdef")]
    [InlineData(" ")]
    [InlineData("' OR 1=1 --")]
    public async Task GetChannel_WhenThereIsNone_Returns404NamingIt(string id) =>
        (await _api.GetAsync($"/api/messaging/channels/{Uri.EscapeDataString(id)}"))
            .ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldBe($"Channel with ID '{id}' does not exist");
}
