using Eliza.Application.Common;

namespace Eliza.Application.Channels.GetChannel;

/// <summary>One channel; its metadata tells the ids of its participants, unless they are very many.</summary>
public sealed record GetChannelQuery(string ChannelId) : IQuery<ChannelResponse>;
