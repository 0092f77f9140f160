using Eliza.Application.Common;
using Eliza.Domain.Channels;

namespace Eliza.Application.Channels;

/// <summary>A channel as clients see it. Times are in Unix seconds, <c>Type</c> is one of text, voice, dm, group.</summary>
/// <param name="SourceType">The platform whose channel it mirrors, or null.</param>
/// <param name="SourceId">That channel's id there, or null.</param>
public sealed record ChannelResponse(
    Guid Id, string Name, Guid ServerId, string Type, string? Description, RawJson Metadata, bool IsPrivate, long CreatedAt,
    long UpdatedAt, string? SourceType, string? SourceId)
{
    /// <summary>The server by its other name.</summary>
    public Guid MessageServerId => ServerId;

    /// <summary>The description by its other name.</summary>
    public string? Topic => Description;

    /// <summary>With its participants told in the metadata, where the reference's clients look for them; a channel without any is told as it is.</summary>
    internal ChannelResponse Telling(IReadOnlyCollection<string> participants) => participants.Count == 0 ? this
        : this with { Metadata = new RawJson(Domain.Common.Metadata.FromTrusted(Metadata.Text).With(Channel.ParticipantsField, participants).Json) };
}
