using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

/// <summary>Wakes the dispatcher of this node. Only a hint: what it misses, its sweep finds in the database.</summary>
public interface IRunSignal
{
    /// <param name="conversation">Where a run may begin.</param>
    void Raise(Conversation conversation);
}
