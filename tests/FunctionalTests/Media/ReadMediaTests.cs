using System.Net.Http.Headers;
using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Media;

public sealed class ReadMediaTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly byte[] Clip = MediaSamples.OfLength(MediaSamples.Mp4, 1000);

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("/photo.png")]
    [InlineData("/")]
    [InlineData("")]
    [InlineData("/any%20other%20name.exe")]
    public async Task Read_UnderAnyName_GivesTheFileAsWhatItIs(string name)
    {
        var id = (await _api.UploadPngAsync(await ChannelAsync())).GetProperty("id").GetGuid();

        using var answer = await AskAsync(HttpMethod.Get, $"/media/{id}{name}");

        ((int)answer.StatusCode).ShouldBe(200);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(MediaSamples.Png);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        Header(answer, "Content-Disposition").ShouldBe("inline; filename=photo.png; filename*=UTF-8''photo.png");
        Header(answer, "Content-Security-Policy").ShouldBe("sandbox; default-src 'none'");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Frame-Options").ShouldBe("DENY");
        Header(answer, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Header(answer, "Cache-Control").ShouldBe("no-store");
        Header(answer, "Accept-Ranges").ShouldBe("bytes");
    }

    [Fact]
    public async Task Read_OfADocument_IsToBeSavedUnderItsName()
    {
        var file = (await _api.UploadAsync(await ChannelAsync(), MediaSamples.Pdf, "Müller's <paper>; 1%.pdf", "application/pdf")).ShouldBe(200).Data;

        using var answer = await AskAsync(HttpMethod.Get, file.GetProperty("url").GetString()!);

        var disposition = ContentDispositionHeaderValue.Parse(Header(answer, "Content-Disposition"));
        (disposition.DispositionType, disposition.FileNameStar).ShouldBe(("attachment", file.GetProperty("name").GetString()));
        file.GetProperty("name").GetString()!.ShouldBe("Müller's _paper_; 1%.pdf");
    }

    [Fact]
    public async Task Head_OfAFile_TellsItsLengthAlone()
    {
        using var answer = await AskAsync(HttpMethod.Head, await ClipAsync());

        ((int)answer.StatusCode, answer.Content.Headers.ContentLength).ShouldBe((200, Clip.Length));
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=0-99", 0, 99)]
    [InlineData("bytes=900-", 900, 999)]
    [InlineData("bytes=-1", 999, 999)]
    [InlineData("bytes=500-5000", 500, 999)]
    public async Task Read_OfARange_GivesJustThat(string range, int from, int to)
    {
        using var answer = await AskAsync(HttpMethod.Get, await ClipAsync(), range);

        ((int)answer.StatusCode).ShouldBe(206);
        Header(answer, "Content-Range").ShouldBe($"bytes {from}-{to}/1000");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Clip[from..(to + 1)]);
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=nonsense")]
    [InlineData("lines=1-2")]
    [InlineData("bytes=9-1")]
    public async Task Read_OfWhatIsNoRangeThatWeKnow_GivesAll(string range)
    {
        using var answer = await AskAsync(HttpMethod.Get, await ClipAsync(), range);

        ((int)answer.StatusCode, answer.Content.Headers.ContentLength).ShouldBe((200, Clip.Length));
    }

    [Fact]
    public async Task Read_OfARangeOutside_Returns416InTheEnvelope()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await ClipAsync());
        request.Headers.TryAddWithoutValidation("Range", "bytes=1000-");
        using var answer = await _api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Header(answer, "Content-Range").ShouldBe("bytes */1000");
        Header(answer, "Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        answer.Content.Headers.Contains("Content-Disposition").ShouldBeFalse();
        new Answer((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ToDictionary(header => header.Key, _ => "", StringComparer.OrdinalIgnoreCase))
            .ShouldBeError(416, "RANGE_NOT_SATISFIABLE");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("00000000-0000-7000-8000-000000000001")]
    [InlineData("..%2f..%2feliza.db")]
    public async Task Read_OfNoFile_Returns404(string id) => (await _api.GetAsync($"/media/{id}/a.png")).ShouldBeError(404, "RESOURCE_NOT_FOUND");

    [Fact]
    public async Task Read_WhenItsChannelIsDeleted_Returns404()
    {
        var channel = await ChannelAsync();
        var url = (await _api.UploadPngAsync(channel)).GetProperty("url").GetString()!;

        await factory.QueryAsync(db => db.Channels.Where(row => row.Id == new ChannelId(channel)).ExecuteDeleteAsync());

        (await _api.GetAsync(url)).ShouldBeError(404, "RESOURCE_NOT_FOUND").Details.ShouldStartWith("File with ID '");
    }

    [Fact]
    public async Task Read_WhenTheBytesAreGone_Returns404AndTellsTheOperator()
    {
        var file = await _api.UploadPngAsync(await ChannelAsync());
        var id = file.GetProperty("id").GetGuid();
        File.Delete(Uploads.FolderOf(factory).PathOf(new MediaId(id)));

        (await _api.GetAsync(file.GetProperty("url").GetString()!)).ShouldBeError(404, "RESOURCE_NOT_FOUND");

        factory.Log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains($"File {id} is known, but its bytes are not there"));
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.NonValidated[name]);

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string? range = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (range is not null) request.Headers.TryAddWithoutValidation("Range", range);
        return _api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string> ClipAsync() =>
        (await _api.UploadAsync(await ChannelAsync(), Clip, "clip.mp4", "video/mp4")).ShouldBe(200).Data.GetProperty("url").GetString()!;

    private Task<Guid> ChannelAsync() => _api.CreateChannelAsync($"read-{Guid.CreateVersion7():N}");
}
