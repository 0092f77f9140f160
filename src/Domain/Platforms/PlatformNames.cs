using Eliza.Domain.Common;

namespace Eliza.Domain.Platforms;

/// <summary>The platforms whose messages we take in, as clients and <see cref="Source.Type"/> name them.</summary>
public static class PlatformNames
{
    public static readonly IReadOnlyList<string> All = ["discord", "telegram", "twitter"];

    private static readonly Error Unknown = Error.Rule("Platform.Unknown", $"must be one of {string.Join(", ", All)}");

    /// <summary>The platform of a name in any case.</summary>
    public static Result<string> Parse(string name) =>
        All.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } platform ? platform : Unknown;
}
