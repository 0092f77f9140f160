using Eliza.Application.Common;

namespace Eliza.Application.Channels.ListServerChannels;

/// <summary>A page of a server's channels, oldest first; of private ones only those in which the caller takes part.</summary>
public sealed record ListServerChannelsQuery(string ServerId, int? Limit, int? Offset) : IQuery<Page<ChannelResponse>>, IPagedQuery;
