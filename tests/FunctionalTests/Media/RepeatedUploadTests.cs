using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Media;

public sealed class RepeatedUploadTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Upload_SentAgainUnderItsKey_IsAnsweredAsBeforeAndStoredOnce()
    {
        var channel = await _api.CreateChannelAsync("repeated");
        var first = (await _api.UploadAsync(channel, MediaSamples.Png, key: "upload-1")).ShouldBe(200);
        var before = Uploads.FilesOf(factory);

        var second = (await _api.UploadAsync(channel, MediaSamples.Png, key: "upload-1")).ShouldBe(200);

        (second.Text, first.WasReplayed, second.WasReplayed).ShouldBe((first.Text, false, true));
        Uploads.FilesOf(factory).ShouldBe(before);
        before.ShouldContain(first.Data.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task Upload_OfAnotherFileUnderTheSameKey_Returns422AndLeavesNothing()
    {
        var channel = await _api.CreateChannelAsync("reused");
        (await _api.UploadAsync(channel, MediaSamples.Png, key: "upload-2")).ShouldBe(200);
        var before = Uploads.FilesOf(factory);

        (await _api.UploadAsync(channel, [.. MediaSamples.Png, 1], key: "upload-2")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");
        (await _api.UploadAsync(channel, MediaSamples.Png, "other.png", key: "upload-2")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");

        Uploads.FilesOf(factory).ShouldBe(before);
    }

    [Fact]
    public async Task Upload_WithABadKey_Returns400() =>
        (await _api.UploadAsync(await _api.CreateChannelAsync("bad-key"), MediaSamples.Png, key: "not a key")).ShouldBeError(400, "VALIDATION_ERROR");

    [Fact]
    public async Task Uploads_FortyAtOnceUnderOneKey_AreOneFile()
    {
        var channel = await _api.CreateChannelAsync("at-once");
        var before = Uploads.FilesOf(factory);
        var bytes = MediaSamples.OfLength(MediaSamples.Png, 50_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.UploadAsync(channel, bytes, key: "upload-3")));

        foreach (var answer in answers) answer.ShouldBe(200);
        var id = answers.Select(answer => answer.Data.GetProperty("id").GetGuid()).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => !answer.WasReplayed).ShouldBe(1);
        Uploads.FilesOf(factory).Except(before).ShouldBe([$"{id}"]);
        (await factory.QueryAsync(db => db.MediaFiles.CountAsync(file => file.ChannelId == new Domain.Channels.ChannelId(channel)))).ShouldBe(1);
    }
}
