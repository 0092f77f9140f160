using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Pages;

/// <summary>One file of the chat page, as it is sent.</summary>
/// <param name="Name">Its name, folders included.</param>
internal sealed record PageFile(string Name, byte[] Content)
{
    /// <summary>Weak, because the same file may also be sent compressed.</summary>
    public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Content))[..16]}\"", isWeak: true);

    /// <summary>What browsers are told it is.</summary>
    /// <exception cref="InvalidOperationException">No type is known for files with such an ending.</exception>
    public string ContentType { get; } = Path.GetExtension(Name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var ending => throw new InvalidOperationException($"No content type is known for files that end in '{ending}'."),
    };
}
