using System.Text.Json.Serialization;
using Eliza.Application.Common;

namespace Eliza.Application.Agents;

/// <summary>What an agent fetched, oldest first, one message of each channel.</summary>
public sealed record Inbox(IReadOnlyList<InboxItem> Items) : IMayBeEmpty
{
    [JsonIgnore]
    public bool IsEmpty => Items.Count == 0;
}

/// <summary>
/// A message to be answered, the agent's until <c>LeaseEndsAt</c> (Unix seconds): by then it answers and completes, or says that it
/// needs longer; else the message comes again. <c>Attempts</c> counts this time.
/// </summary>
public sealed record InboxItem(Guid RunId, Guid Lease, int Attempts, long LeaseEndsAt, InboxMessage Message);
