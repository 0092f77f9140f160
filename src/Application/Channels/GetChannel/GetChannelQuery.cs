using Eliza.Application.Common;

namespace Eliza.Application.Channels.GetChannel;

/// <summary>One channel, without its participants.</summary>
public sealed record GetChannelQuery(string ChannelId) : IQuery<ChannelResponse>;
