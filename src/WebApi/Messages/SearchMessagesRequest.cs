using System.Text.Json;
using Eliza.Application.Messages.SearchMessages;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Messages;

/// <summary>What to look for; one of query, channel, author, from and to at least. Each field may be spelled in snake_case or camelCase.</summary>
public sealed class SearchMessagesRequest
{
    /// <summary>1–200 characters: all of these words, without regard to case and accents; the last may be the beginning of one.</summary>
    [AlsoSpelled("text")]
    public string? Query { get; init; }

    /// <summary>Only what was said in this channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Only what this person or agent said.</summary>
    public string? AuthorId { get; init; }

    /// <summary>Only from this moment on: Unix seconds or milliseconds, or ISO 8601.</summary>
    public JsonElement? From { get; init; }

    /// <summary>Only up to this moment, which counts: Unix seconds or milliseconds, or ISO 8601.</summary>
    public JsonElement? To { get; init; }

    /// <summary>1–100; 50 unless told.</summary>
    public long? Limit { get; init; }

    /// <summary>How many to pass over, 10,000 at most.</summary>
    public long? Offset { get; init; }

    internal SearchMessagesQuery ToCommand() => new(Query, ChannelId, AuthorId, From, To, Whole(Limit), Whole(Offset));

    /// <summary>What no page number holds is out of every range that one must be in.</summary>
    private static int? Whole(long? number) => number is null ? null : (int)Math.Clamp(number.Value, int.MinValue, int.MaxValue);
}
