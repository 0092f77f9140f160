using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages.Events;

namespace Eliza.Application.Agents;

/// <summary>Decides which agents are to answer a message, in the unit of work that stores the message.</summary>
public interface IRunRouter : IModulePort
{
    /// <param name="message">The message.</param>
    /// <param name="agents">The agents in its channel.</param>
    void Route(MessagePosted message, IReadOnlyList<ActorId> agents);
}
