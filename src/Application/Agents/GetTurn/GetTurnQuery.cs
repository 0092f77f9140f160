using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents.GetTurn;

/// <summary>What the agent of a run is asked.</summary>
public sealed record GetTurnQuery(AgentRunId RunId) : IQuery<TurnOfRun>;

/// <param name="Turn">Null when there is nothing left to answer, or nobody to do it.</param>
public sealed record TurnOfRun(AgentTurn? Turn);
