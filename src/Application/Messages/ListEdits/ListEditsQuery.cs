using Eliza.Application.Common;

namespace Eliza.Application.Messages.ListEdits;

/// <summary>A page of what a message said before it was changed, oldest first.</summary>
public sealed record ListEditsQuery(string MessageId, int? Limit, int? Offset) : IQuery<Page<MessageEditResponse>>, IPagedQuery;
