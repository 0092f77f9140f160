using System.Text.Json;
using Eliza.Application.Common;

namespace Eliza.Application.Messages.SearchMessages;

/// <summary>
/// A page of the messages that hold all the words, newest first, among those that the caller may read. One of the filters must be there.
/// Of very many messages only the newest are looked through, see <see cref="SearchCriteria.MaxReach"/>.
/// </summary>
/// <param name="Query">The words, in 1–200 characters.</param>
/// <param name="ChannelId">Only what was said in the channel.</param>
/// <param name="AuthorId">Only what this person or agent said.</param>
/// <param name="From">Only from this moment on: Unix seconds or milliseconds, or ISO 8601.</param>
/// <param name="To">Only up to this moment, which counts.</param>
/// <param name="Limit">1–100; 50 unless told.</param>
/// <param name="Offset">Up to 10,000.</param>
public sealed record SearchMessagesQuery(
    string? Query, string? ChannelId, string? AuthorId, JsonElement? From, JsonElement? To, int? Limit, int? Offset)
    : IQuery<Page<MessageResponse>>, IPagedQuery;
