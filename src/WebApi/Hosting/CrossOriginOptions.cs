using System.Text.RegularExpressions;

namespace Eliza.WebApi.Hosting;

/// <summary>The section <c>Cors</c> of the configuration: which other sites' pages may call the API. None, unless it says so.</summary>
internal sealed partial class CrossOriginOptions
{
    public const string Everybody = "*";

    public const string Rule = $"{Key} must be origins such as https://app.example.com or http://localhost:5173 (no path, and no slash at the end), or {Everybody} alone";

    private const string Key = "Cors:AllowedOrigins";

    /// <summary>A list, or one text with commas, as environment variables have it.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; private set; } = [];

    public bool IsValid => AllowedOrigins is [Everybody] || AllowedOrigins.All(IsOrigin);

    /// <summary>As browsers send them, which leave a scheme's own port out.</summary>
    public IEnumerable<string> Origins => AllowedOrigins.Select(origin => new Uri(origin).GetLeftPart(UriPartial.Authority));

    public void Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Key);
        AllowedOrigins = section.Value is { Length: > 0 } text
            ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. section.GetChildren().Select(origin => origin.Value?.Trim() ?? "")];
    }

    private static bool IsOrigin(string text) =>
        Origin().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Host.Length: > 0, Port: not 0 };

    [GeneratedRegex(@"\A[a-z][a-z0-9+.-]*://([a-z0-9.-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Origin();
}
