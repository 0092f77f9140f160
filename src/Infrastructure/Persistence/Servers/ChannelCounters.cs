using System.Runtime.CompilerServices;
using Eliza.Domain.Channels;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Servers;

/// <summary>The counters of many channels, raised by one statement.</summary>
internal static class ChannelCounters
{
    /// <summary>Three parameters each; a statement may have some 2,000.</summary>
    private const int MostInStatement = 500;

    private const string Values = "{values}";

    /// <summary>Understood by all database servers.</summary>
    private const string Raise = """
        UPDATE "Channels" SET "MessageCount" = "Channels"."MessageCount" + added.messages, "LastStamp" = added.stamp
        FROM (VALUES {values}) AS added(id, messages, stamp) WHERE "Channels"."Id" = added.id
        """;

    /// <summary>Call it in the transaction that has the channels' rows.</summary>
    /// <param name="db">Whose transaction it is.</param>
    /// <param name="channels">How many messages each gets, and its last stamp then.</param>
    public static async Task RaiseCountersAsync(this ElizaDbContext db, IReadOnlyDictionary<ChannelId, (int Messages, long Last)> channels)
    {
        foreach (var some in channels.Chunk(MostInStatement))
        {
            var values = string.Join(", ", some.Select((_, i) => $"({{{3 * i}}}, {{{3 * i + 1}}}, {{{3 * i + 2}}})"));
            var parameters = some.SelectMany(channel => (object[])[channel.Key.Value, channel.Value.Messages, channel.Value.Last]);
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(Raise.Replace(Values, values, StringComparison.Ordinal), [.. parameters]), CancellationToken.None);
        }
    }
}
