using Eliza.Application.Common;

namespace Eliza.Application.Messages.GetThread;

/// <summary>
/// A page of the thread that a message belongs to, oldest first, the message that began it before all replies. A message
/// outside any thread is its own beginning.
/// </summary>
public sealed record GetThreadQuery(string MessageId, int? Limit, int? Offset) : IQuery<Page<MessageResponse>>, IPagedQuery;
