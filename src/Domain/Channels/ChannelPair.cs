using Eliza.Domain.Common;

namespace Eliza.Domain.Channels;

/// <summary>The two who talk in a direct channel, in the one order that both spellings of the pair come to.</summary>
public sealed record ChannelPair
{
    /// <summary>No id holds it, so no two pairs share a key.</summary>
    private const char Between = '|';

    private static readonly Error Oneself = Error.Rule("Channel.PairOfOne", "must be another than the first");

    private ChannelPair(ActorId first, ActorId second) => (First, Second) = (first, second);

    public ActorId First { get; }

    public ActorId Second { get; }

    /// <summary>What the unique index of the server compares.</summary>
    public string Key => $"{First}{Between}{Second}";

    public static Result<ChannelPair> Create(ActorId one, ActorId other) => string.CompareOrdinal(one.Value, other.Value) switch
    {
        0 => Oneself,
        < 0 => new ChannelPair(one, other),
        _ => new ChannelPair(other, one),
    };

    public bool Has(ActorId? actor) => actor == First || actor == Second;
}
