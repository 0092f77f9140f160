using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>The API's description for programs, written the first time that somebody asks.</summary>
internal sealed class ApiDocument
{
    public const string Name = "v1";
    public const string Path = $"/openapi/{Name}.json";

    private readonly Lazy<Task<Text>> _text;

    public ApiDocument([FromKeyedServices(Name)] IOpenApiDocumentProvider provider) => _text = new(() => WriteAsync(provider));

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        var text = await _text.Value;

        // It is the same for everybody, so it may be kept; whether it has changed is to be asked each time.
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(text.Bytes, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue(text.Tag));
    }

    public async Task<string> ReadAsync() => Encoding.UTF8.GetString((await _text.Value).Bytes);

    private static async Task<Text> WriteAsync(IOpenApiDocumentProvider provider)
    {
        var document = await provider.GetOpenApiDocumentAsync();
        var bytes = Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        return new Text(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
    }

    private sealed record Text(byte[] Bytes, string Tag);
}
