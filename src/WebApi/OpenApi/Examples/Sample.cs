using System.Text.Json.Nodes;

namespace Eliza.WebApi.OpenApi.Examples;

/// <summary>A request and what it is answered, for people to try and for tests to hold the server to.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Request">The body as JSON; null for a request without one.</param>
/// <param name="Answer">The answer's body as JSON; null where the request alone is shown.</param>
internal sealed record Sample(string Title, string? Request, string? Answer = null)
{
    private const int MaxNameLength = 60;

    /// <summary>Under which it stands in the document.</summary>
    public string Name => string.Concat(Title.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'))[..Math.Min(Title.Length, MaxNameLength)].Trim('-');

    public static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
