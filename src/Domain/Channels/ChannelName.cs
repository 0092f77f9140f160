using System.Buffers;
using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>A channel's name: 2–100 of <c>[A-Za-z0-9._-]</c>, unique in its server without regard to case.</summary>
public sealed record ChannelName
{
    public const int MinLength = 2;
    public const int MaxLength = 100;

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

    public override string ToString() => Value;
}
