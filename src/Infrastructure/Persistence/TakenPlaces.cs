using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Configurations;

namespace Eliza.Infrastructure.Persistence;

/// <summary>What it means that a unique index refused a row.</summary>
internal static class TakenPlaces
{
    /// <summary>Every unique index that a client can run into, with what it is told.</summary>
    private static readonly Dictionary<string, Error> Errors = new()
    {
        [ChannelConfiguration.UniqueName] = ChannelErrors.NameTaken,
    };

    /// <summary>Whose handlers look for what is there and take it: run again, they find what came in between.</summary>
    private static readonly HashSet<string> FoundByHandlers =
        [ChannelConfiguration.UniquePair, ChannelConfiguration.UniqueSource, MessageConfiguration.UniqueStamp, AgentRunConfiguration.UniqueRun];

    /// <param name="index">The name of the index; null when it is none of ours.</param>
    public static Commit Explain(string? index) =>
        index is not null && FoundByHandlers.Contains(index) ? Commit.Stale
        : Commit.Refused(index is not null && Errors.TryGetValue(index, out var error) ? error : CommonErrors.Conflict);
}
