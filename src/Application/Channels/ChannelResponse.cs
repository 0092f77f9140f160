using Eliza.Application.Common;

namespace Eliza.Application.Channels;

/// <summary>A channel as clients see it. <c>CreatedAt</c> is in Unix seconds, <c>Type</c> one of text, voice, dm, group.</summary>
public sealed record ChannelResponse(
    Guid Id, string Name, Guid ServerId, string Type, string? Description, RawJson Metadata, bool IsPrivate, long CreatedAt);
