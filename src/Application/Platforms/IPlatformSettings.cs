using Eliza.Domain.Common;

namespace Eliza.Application.Platforms;

/// <summary>What the operator decided about the platforms.</summary>
public interface IPlatformSettings
{
    /// <summary>The agent that answers what comes from a platform.</summary>
    ActorId AgentOf(string platform);
}
