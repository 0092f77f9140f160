using Eliza.Domain.Common;

namespace Eliza.Domain.Feeds;

/// <summary>Some of the changes that are older, whichever channel's.</summary>
public sealed class ChangesBefore : Specification<ChannelChange>
{
    public ChangesBefore(DateTimeOffset time, int limit)
    {
        var stamp = time.ToUnixTimeMilliseconds();
        Query.Where(change => change.Stamp < stamp).OrderBy(change => change.Stamp).Take(limit);
    }
}
