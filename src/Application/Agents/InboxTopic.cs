using Eliza.Domain.Common;

namespace Eliza.Application.Agents;

/// <summary>What those who wait at an agent's inbox listen for.</summary>
internal static class InboxTopic
{
    public static string Of(ActorId agent) => "inbox " + agent.Value;

    /// <param name="agent">From a path: what is no id names nothing, and nobody waits for it.</param>
    public static string Of(string agent) => ActorId.Create(agent) is { IsSuccess: true } id ? Of(id.Value) : "";
}
