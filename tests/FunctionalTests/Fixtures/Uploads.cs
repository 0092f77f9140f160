using System.Net.Http.Headers;
using System.Text.Json;
using Eliza.Infrastructure.Media;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Uploads files as clients do, and looks where they lie.</summary>
internal static class Uploads
{
    /// <summary>A form with one file; null for what the client leaves out.</summary>
    public static MultipartFormDataContent Form(byte[] bytes, string? name = "photo.png", string? type = "image/png", string field = "file")
    {
        var form = new MultipartFormDataContent();
        AddFile(form, bytes, name, type, field);
        return form;
    }

    public static void AddFile(this MultipartFormDataContent form, byte[] bytes, string? name = "photo.png", string? type = "image/png", string field = "file")
    {
        var file = new ByteArrayContent(bytes);
        if (type is not null) file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (name is null) form.Add(file, field);
        else form.Add(file, field, name);
    }

    public static string PathOf(object channel) => $"/api/messaging/channels/{channel}/upload-media";

    public static Task<Answer> UploadAsync(this Api api, Guid channel, byte[] bytes, string? name = "photo.png", string? type = "image/png", string? key = null)
    {
        var form = Form(bytes, name, type);
        if (key is not null) form.Headers.Add("Idempotency-Key", key);
        return api.SendAsync(HttpMethod.Post, PathOf(channel), form);
    }

    /// <summary>Uploads a small image and gives what the server says of it.</summary>
    public static async Task<JsonElement> UploadPngAsync(this Api api, Guid channel) => (await api.UploadAsync(channel, MediaSamples.Png)).ShouldBe(200).Data;

    /// <summary>The names of all files that lie in the server's folder, those under way included.</summary>
    public static IReadOnlyList<string> FilesOf(ApiFactory factory) =>
        [.. Directory.EnumerateFiles(FolderOf(factory).Root, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static MediaFolder FolderOf(ApiFactory factory) => factory.Services.GetRequiredService<MediaFolder>();
}
