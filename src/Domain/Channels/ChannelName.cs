using System.Buffers;
using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>A channel's name: 2–100 of <c>[A-Za-z0-9._-]</c>, unique in its server without regard to case.</summary>
public sealed record ChannelName
{
    public const int MinLength = 2;
    public const int MaxLength = 100;

    /// <summary>So many of the last digits of a UUID, which are drawn at random.</summary>
    private const int MarkLength = 12;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private static readonly Error Invalid =
        Error.Rule("Channel.InvalidName", $"must be {MinLength} to {MaxLength} letters, digits, hyphens, underscores or periods");

    private ChannelName(string value) => Value = value;

    public string Value { get; }

    /// <summary>What the unique index compares.</summary>
    public string Key => Value.ToLowerInvariant();

    public static Result<ChannelName> Create(string? value) =>
        value is null || value.Length is < MinLength or > MaxLength || value.AsSpan().ContainsAnyExcept(Allowed)
            ? Invalid
            : new ChannelName(value);

    public static ChannelName From(string value) => Create(value).Value;

    /// <summary>A direct channel is named by the server, after its id.</summary>
    public static ChannelName OfDirect(ChannelId id) => new($"dm-{id.Value:N}");

    /// <summary>
    /// A channel that mirrors a platform's is named after that, as far as the rule allows, and bears a mark of its own, so that no
    /// name that somebody took is in its way.
    /// </summary>
    public static ChannelName OfMirror(Source source, ChannelId mark)
    {
        var plain = string.Concat($"{source.Type}-{source.Id}".Select(c => Allowed.Contains(c) ? c : '-'));
        var ending = mark.Value.ToString("N")[^MarkLength..];
        return new($"{plain[..Math.Min(plain.Length, MaxLength - MarkLength - 1)]}-{ending}");
    }

    public override string ToString() => Value;
}
