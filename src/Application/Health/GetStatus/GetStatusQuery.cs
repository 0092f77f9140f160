using Eliza.Application.Common;

namespace Eliza.Application.Health.GetStatus;

/// <summary>How the server is doing, in a line.</summary>
public sealed record GetStatusQuery : IQuery<StatusReport>;

/// <param name="Status">ok.</param>
/// <param name="AgentCount">How many agents are active.</param>
/// <param name="Timestamp">The server's time.</param>
public sealed record StatusReport(string Status, int AgentCount, DateTimeOffset Timestamp);
