using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>What lists of participants' ids are held to, and what they come to.</summary>
internal static class ParticipantIds
{
    public static readonly string TooMany = $"must hold at most {Channel.MaxReplaceable} items";

    /// <summary>How many different people and agents a list names, whatever else is wrong with it.</summary>
    public static int CountDifferent(this IReadOnlyList<string?>? ids) =>
        ids?.OfType<string>().Select(id => ActorId.Create(id) is { IsSuccess: true } actor ? actor.Value.Value : id).Distinct().Count() ?? 0;

    /// <summary>The actors of a checked list, each once; none of none.</summary>
    public static IReadOnlyList<ActorId> ToActors(this IReadOnlyList<string?>? ids) => [.. (ids ?? []).OfType<string>().Select(ActorId.From).Distinct()];
}
