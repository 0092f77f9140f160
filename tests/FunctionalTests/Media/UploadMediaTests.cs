using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Media;

public sealed class UploadMediaTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    public static TheoryData<string, string, string> Types => new()
    {
        { "photo.jpg", "image/jpeg", "image" },
        { "photo.png", "image/png", "image" },
        { "photo.gif", "image/gif", "image" },
        { "paper.pdf", "application/pdf", "document" },
        { "letter.docx", MediaSamples.DocxType, "document" },
        { "song.mp3", "audio/mpeg", "audio" },
        { "call.wav", "audio/wav", "audio" },
        { "clip.mp4", "video/mp4", "video" },
        { "clip.mov", "video/quicktime", "video" },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Upload_OfEachType_IsStoredAndReadBack(string name, string mimeType, string type)
    {
        var channel = await ChannelAsync();
        var bytes = MediaSamples.OfLength(SampleOf(name), 100_000);

        var answer = (await _api.UploadAsync(channel, bytes, name, mimeType)).ShouldBe(200);

        var id = answer.Data.GetProperty("id").GetGuid();
        var description = name switch { "photo.png" => "\"PNG image, 1 × 1 pixels\"", "photo.gif" => "\"GIF image, 1 × 1 pixels\"", _ => "null" };
        answer.Json.GetProperty("success").GetBoolean().ShouldBeTrue();
        answer.Data.GetRawText().ShouldBe(
            $$"""{"id":"{{id}}","url":"/media/{{id}}/{{name}}","channelId":"{{channel}}","agentId":null,"type":"{{type}}","mimeType":"{{mimeType}}","size":100000,"name":"{{name}}","description":{{description}}}""");
        answer.Json.EnumerateObject().Skip(2).Select(field => field.ToString()).ShouldBe(answer.Data.EnumerateObject().Select(field => field.ToString()));
        using var read = await _api.Client.GetAsync(answer.Data.GetProperty("url").GetString(), TestContext.Current.CancellationToken);
        read.Content.Headers.ContentType!.ToString().ShouldBe(mimeType);
        (await read.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task Upload_UnderTheOtherNameAndWithMoreFields_RepeatsTheAgent()
    {
        var channel = await ChannelAsync();
        var form = Uploads.Form(MediaSamples.Png);
        form.Add(new StringContent(Api.Eliza), "agentId");
        form.Add(new StringContent("image/png"), "contentType");
        form.Add(new StringContent("""{"a":1}"""), "metadata");
        form.AddFile(MediaSamples.Html, "other.html", "text/html", "preview");

        var answer = (await _api.SendAsync(HttpMethod.Post, $"/api/messaging/central-channels/{channel}/upload-media", form)).ShouldBe(200);

        answer.Data.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
        answer.Json.GetProperty("agentId").GetString().ShouldBe(Api.Eliza);
    }

    [Fact]
    public async Task Upload_AsAnAttachment_MayBeReferredTo()
    {
        var channel = await ChannelAsync();
        var file = (await _api.UploadAsync(channel, MediaSamples.Png, "Straße ..🙂 %2e%2e #?1.png")).ShouldBe(200).Data;
        var url = file.GetProperty("url").GetString();

        (await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Look", attachments = new[] { new { url, name = file.GetProperty("name").GetString() } } })).ShouldBe(201);
        (await _api.GetAsync(url!)).ShouldBe(200);
    }

    [Theory]
    [InlineData("none", "Required field 'file' is missing")]
    [InlineData("other", "Required field 'file' is missing")]
    [InlineData("text", "Field 'file' must be a file")]
    [InlineData("empty", "Field 'file' must not be empty")]
    [InlineData("two", "Field 'file' is given more than once")]
    [InlineData("agent", "Field 'agent_id' must be 1 to 128 characters from A-Z a-z 0-9 . _ : @ -")]
    [InlineData("agents", "Field 'agentId' is given more than once")]
    [InlineData("many", "Request body must have at most 100 parts")]
    [InlineData("empty and agent", "Field 'file' must not be empty; Field 'agentId' must be 1 to 128 characters from A-Z a-z 0-9 . _ : @ -")]
    public async Task Upload_WithABadForm_Returns400(string what, string details)
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory);

        (await _api.SendAsync(HttpMethod.Post, Uploads.PathOf(channel), BadForm(what))).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldBe(details);

        Uploads.FilesOf(factory).ShouldBe(before);
    }

    [Theory]
    [InlineData("multipart/form-data", "--b\r\n\r\n--b--")]
    [InlineData("multipart/form-data; boundary=\"\"", "--b\r\n\r\n--b--")]
    [InlineData("multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "{}")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno header\r\n\r\nabc\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: image/png\r\n\r\nabc\r\n--b--")]
    public async Task Upload_OfWhatIsNoForm_Returns400AndLeavesNothing(string contentType, string body)
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory);

        (await _api.PostRawAsync(Uploads.PathOf(channel), body, contentType)).ShouldBeError(400, "VALIDATION_ERROR");

        Uploads.FilesOf(factory).ShouldBe(before);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/mixed; boundary=b")]
    [InlineData("image/png")]
    [InlineData(null)]
    public async Task Upload_OfWhatIsNoMultipartForm_Returns415(string? contentType) =>
        (await _api.PostRawAsync(Uploads.PathOf(await ChannelAsync()), "{}"u8.ToArray(), contentType))
            .ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE").Details.ShouldBe("Content-Type must be multipart/form-data");

    [Theory]
    [InlineData("page.html", "text/html")]
    [InlineData("photo.png", "image/png")]
    [InlineData("photo.png", null)]
    [InlineData("drawing.svg", "image/svg+xml")]
    public async Task Upload_OfAnotherType_Returns415AndLeavesNothing(string name, string? type)
    {
        var channel = await ChannelAsync();
        var before = Uploads.FilesOf(factory);

        (await _api.UploadAsync(channel, MediaSamples.Html, name, type)).ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE").Details.ShouldContain("JPG, PNG, GIF, PDF");

        Uploads.FilesOf(factory).ShouldBe(before);
    }

    /// <summary>What is wrong with the form comes before what is wrong with the channel.</summary>
    [Fact]
    public async Task Upload_ToNoChannel_Returns404BehindAllThatIsWrongWithTheForm()
    {
        foreach (var channel in new object[] { Guid.CreateVersion7(), "invalid-channel" })
        {
            (await _api.SendAsync(HttpMethod.Post, Uploads.PathOf(channel), Uploads.Form(MediaSamples.Png))).ShouldBeError(404, "RESOURCE_NOT_FOUND")
                .Details.ShouldBe($"Channel with ID '{channel}' does not exist");
            (await _api.SendAsync(HttpMethod.Post, Uploads.PathOf(channel), Uploads.Form(MediaSamples.Html))).ShouldBe(415);
            (await _api.SendAsync(HttpMethod.Post, Uploads.PathOf(channel), BadForm("none"))).ShouldBe(400);
        }
        (await factory.Anonymous.SendAsync(HttpMethod.Post, Uploads.PathOf("x"), BadForm("none"))).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Fact]
    public async Task Upload_ByThoseWhoMayNotWrite_Returns403AndLeavesNothing()
    {
        var channel = (await _api.PostAsync("/api/messaging/channels", new { name = $"private-{Guid.CreateVersion7():N}", isPrivate = true })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await _api.JoinAsync(channel, "guest", "guest");
        await _api.JoinAsync(channel, "member");
        var before = Uploads.FilesOf(factory);

        foreach (var caller in new[] { await factory.UserAsync("stranger"), await factory.UserAsync("guest"), await factory.ServiceAsync("messages:read") })
            (await caller.UploadAsync(channel, MediaSamples.Png)).ShouldBeError(403, "PERMISSION_DENIED");
        Uploads.FilesOf(factory).ShouldBe(before);

        var url = (await (await factory.UserAsync("member")).UploadPngAsync(channel)).GetProperty("url").GetString()!;
        (await (await factory.UserAsync("guest")).GetAsync(url)).ShouldBe(200);
        (await (await factory.UserAsync("stranger")).GetAsync(url)).ShouldBeError(403, "PERMISSION_DENIED");
        (await factory.Anonymous.GetAsync(url)).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    private static byte[] SampleOf(string name) => name[^3..] switch
    {
        "jpg" => MediaSamples.Jpeg,
        "png" => MediaSamples.Png,
        "gif" => MediaSamples.Gif,
        "pdf" => MediaSamples.Pdf,
        "ocx" => MediaSamples.Docx,
        "mp3" => MediaSamples.Mp3,
        "wav" => MediaSamples.Wav,
        "mp4" => MediaSamples.Mp4,
        _ => MediaSamples.Mov,
    };

    private static MultipartFormDataContent BadForm(string what)
    {
        var form = what switch
        {
            "none" => new MultipartFormDataContent(),
            "other" => Uploads.Form(MediaSamples.Png, field: "attachment"),
            "text" => Uploads.Form(MediaSamples.Png, name: null),
            "empty" or "empty and agent" => Uploads.Form([]),
            _ => Uploads.Form(MediaSamples.Png),
        };
        if (what is "none") form.Add(new StringContent("x"), "note");
        if (what is "two") form.AddFile(MediaSamples.Gif, "photo.gif", "image/gif");
        if (what is "agent") form.Add(new StringContent(new string('x', 129)), "agent_id");
        if (what is "empty and agent") form.Add(new StringContent("not an id"), "agentId");
        for (var count = what is "agents" ? 2 : 0; count > 0; count--) form.Add(new StringContent("agent-2"), "agentId");
        for (var count = what is "many" ? 100 : 0; count > 0; count--) form.Add(new StringContent("x"), $"field-{count}");
        return form;
    }

    private Task<Guid> ChannelAsync() => _api.CreateChannelAsync($"media-{Guid.CreateVersion7():N}");
}
