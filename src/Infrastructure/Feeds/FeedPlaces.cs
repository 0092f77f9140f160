using Eliza.Application.Feeds;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Feeds;

internal sealed class FeedPlaces(ElizaDbContext db, TimeProvider time) : IFeedPlaces
{
    private const string TooLongAgo = "Changes that long ago are not kept any more";
    private const string NotYet = "No event has that id yet: the server's history was replaced by an older one";

    public async Task<Result<FeedPlace>> FindAsync(ChannelId channel, string? after, CancellationToken cancellationToken)
    {
        var head = await db.Channels.Where(row => row.Id == channel).Select(row => new { row.ServerId, row.LastStamp }).FirstOrDefaultAsync(cancellationToken);
        if (head is null) return ChannelErrors.NotFound($"{channel}");

        var begin = new FeedPlace(channel, head.ServerId, head.LastStamp, head.LastStamp);
        if (after is null) return begin;
        var cursor = FeedCursor.Parse(after).Value;
        var stamp = cursor.Stamp ?? await StampOf(db, channel, cursor.Message!.Value).FirstOrDefaultAsync(cancellationToken);
        if (stamp is null) return MessageErrors.NotFound(after);
        if (stamp > head.LastStamp) return begin with { Gap = NotYet };
        var kept = (time.GetUtcNow() - ChannelChange.KeptFor).ToUnixTimeMilliseconds();
        return begin with { After = stamp.Value, Gap = stamp > 0 && stamp < kept && stamp < head.LastStamp ? TooLongAgo : null };
    }

    internal static IQueryable<long?> StampOf(ElizaDbContext db, ChannelId channel, MessageId message) =>
        db.Messages.Where(row => row.Id == message && row.ChannelId == channel).Select(row => (long?)row.Stamp);
}
