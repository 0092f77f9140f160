namespace Eliza.Application.Feeds.Payloads;

/// <summary>What every event of a channel says: which channel's it is, under both names that clients read.</summary>
public abstract record ChannelPayload(Guid ChannelId)
{
    public Guid RoomId => ChannelId;
}
