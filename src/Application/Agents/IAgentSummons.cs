using Eliza.Application.Common;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>Has one more agent answer a message that was stored before, in the present unit of work.</summary>
public interface IAgentSummons : IModulePort
{
    /// <summary>Asks the agent, unless it was asked already, is inactive or muted, or the message is gone.</summary>
    Task CallAsync(Question question, Listener agent, CancellationToken cancellationToken);
}
