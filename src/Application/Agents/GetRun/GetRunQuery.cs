using Eliza.Application.Common;

namespace Eliza.Application.Agents.GetRun;

/// <summary>One run of an agent with what happened to it. The agent may see it, and whoever manages agents.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
/// <param name="RunId">From the path, as the client wrote it.</param>
/// <param name="RoomId">When given, the channel that the run is of.</param>
public sealed record GetRunQuery(string AgentId, string RunId, string? RoomId) : IQuery<RunResponse>;
