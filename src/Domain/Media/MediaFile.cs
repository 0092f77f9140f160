using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Domain.Media;

/// <summary>A file that somebody uploaded to a channel: what is known of it. Its bytes lie elsewhere, under its id, and never change.</summary>
public sealed class MediaFile : AggregateRoot
{
    public const long MaxSize = 25L * 1024 * 1024;

    private MediaFile() { }

    public MediaId Id { get; private set; }

    public ChannelId ChannelId { get; private set; }

    /// <summary>Who uploaded it, as callers are told apart: <c>key:…</c>, <c>agent:…</c> or <c>user:…</c>.</summary>
    public string Uploader { get; private set; } = null!;

    public MediaType Type { get; private set; } = null!;

    public MediaName Name { get; private set; } = null!;

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = null!;

    /// <summary>What it shows or says, as far as that was found out when it was uploaded; null when it was not.</summary>
    public MediaDescription? Description { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static MediaFile Uploaded(
        MediaId id, ChannelId channel, string uploader, MediaType type, MediaName name, long size, string hash, MediaDescription? description,
        DateTimeOffset now) => new()
        {
            Id = id,
            ChannelId = channel,
            Uploader = uploader,
            Type = type,
            Name = name,
            Size = size,
            Hash = hash,
            Description = description,
            CreatedAt = now,
        };
}
