using System.IO.Compression;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;

namespace Eliza.FunctionalTests.Media;

/// <summary>How much may be uploaded, and what is left of what was too much or given up.</summary>
public sealed class UploadLimitsTests(UploadLimitsTests.Factory factory) : IClassFixture<UploadLimitsTests.Factory>
{
    private const int MaxBytes = 25 * 1024 * 1024;
    private const int ChannelBytes = 26 * 1024 * 1024;

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Upload_Of25Megabytes_IsTaken()
    {
        var channel = await ChannelAsync();
        var bytes = MediaSamples.OfLength(MediaSamples.Mp4, MaxBytes);

        var file = (await _api.UploadAsync(channel, bytes, "clip.mp4", "video/mp4")).ShouldBe(200).Data;

        file.GetProperty("size").GetInt64().ShouldBe(MaxBytes);
        var read = await _api.Client.GetByteArrayAsync(file.GetProperty("url").GetString(), TestContext.Current.CancellationToken);
        read.AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Theory]
    [InlineData(MaxBytes + 1)]
    [InlineData(MaxBytes + 60_000)]
    public async Task Upload_OfMore_Returns413AndLeavesNothing(int length)
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory);

        (await _api.UploadAsync(channel, MediaSamples.OfLength(MediaSamples.Mp4, length), "clip.mp4", "video/mp4"))
            .ShouldBeError(413, "PAYLOAD_TOO_LARGE").Details.ShouldBe("A file must be at most 25 MB (26214400 bytes)");

        Uploads.FilesOf(factory).ShouldBe(before);
    }

    [Fact]
    public async Task Upload_WhoseLengthIsTooLarge_IsRefusedBeforeItIsSent()
    {
        using var connection = await RawConnection.OpenAsync(_api.Client.BaseAddress!.Port);
        await connection.SendAsync(HeadOf(await ChannelAsync(), MaxBytes + 1_000_000) + "\r\n");

        (await connection.ReadAsync()).ShouldNotBeNull().ShouldBeError(413, "PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData(1_000_000, 200)]
    [InlineData(200_000_000, 413)]
    public async Task Upload_ThatIsCompressed_IsHeldToItsLengthWhenInflated(int length, int status)
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory).Count;
        var body = new MemoryStream();
        await using (var gzip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true))
            await Uploads.Form([.. MediaSamples.Png, .. new byte[length]]).CopyToAsync(gzip, TestContext.Current.CancellationToken);
        using var form = Uploads.Form([]);
        var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        content.Headers.ContentType = form.Headers.ContentType;
        content.Headers.ContentType!.Parameters.First().Value = BoundaryOf(body);

        (await _api.SendAsync(HttpMethod.Post, Uploads.PathOf(channel), content)).ShouldBe(status);

        Uploads.FilesOf(factory).Count.ShouldBe(status == 200 ? before + 1 : before);
    }

    [Fact]
    public async Task Bodies_ElsewhereInTheServer_KeepTheirLimit() =>
        (await _api.PostRawAsync("/api/messaging/channels", new byte[(1024 * 1024) + 1])).ShouldBeError(413, "PAYLOAD_TOO_LARGE");

    [Fact]
    public async Task Uploads_AtOnceToOneChannel_NeverPassItsLimit()
    {
        var channel = await ChannelAsync();
        var bytes = MediaSamples.OfLength(MediaSamples.Png, ChannelBytes / 10);
        var before = Uploads.FilesOf(factory).Count;

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _api.UploadAsync(channel, bytes)));

        answers.Count(answer => answer.Status == 200).ShouldBe(10);
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.ShouldBeError(413, "PAYLOAD_TOO_LARGE").Details.ShouldBe($"The files of a channel must be at most {ChannelBytes} bytes in total");
        Uploads.FilesOf(factory).Count.ShouldBe(before + 10);
        (await _api.UploadAsync(await ChannelAsync(), bytes)).ShouldBe(200);
    }

    [Fact]
    public async Task Upload_ThatIsGivenUp_LeavesNothing()
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory);
        var id = $"aborted-{Guid.CreateVersion7():N}";
        using (var connection = await RawConnection.OpenAsync(_api.Client.BaseAddress!.Port))
        {
            await connection.SendAsync(HeadOf(channel, 5_000_000) + $"X-Request-Id: {id}\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n");
            await connection.SendAsync(MediaSamples.OfLength(MediaSamples.Png, 2_000_000));
            await factory.Log.WaitForAsync(_ => Uploads.FilesOf(factory).Count > before.Count);
        }

        await factory.Log.WaitForAsync(line => line.Contains("Eliza.WebApi.Hosting.RequestLog") && line.Contains(id));
        Uploads.FilesOf(factory).ShouldBe(before);
    }

    private static string BoundaryOf(MemoryStream gzipped)
    {
        using var inflated = new StreamReader(new GZipStream(new MemoryStream(gzipped.ToArray()), CompressionMode.Decompress));
        return inflated.ReadLine()![2..];
    }

    private static string HeadOf(Guid channel, long length) =>
        $"POST {Uploads.PathOf(channel)} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {ApiFactory.Key}\r\n"
        + $"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {length}\r\n";

    private Task<Guid> ChannelAsync() => _api.CreateChannelAsync($"limits-{Guid.CreateVersion7():N}");

    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Media:MaxBytesPerChannel", $"{ChannelBytes}");
        }
    }
}
