using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Channels;

/// <summary>
/// Opens channels for other modules, in the present unit of work: for a platform's room, a job, a session. Whether the caller
/// may is for the caller to check.
/// </summary>
public interface IChannelOpener : IModulePort
{
    /// <summary>The channel, ready to be posted to before it is saved; the author in it is a member.</summary>
    ChannelEntry Open(ChannelOpening opening);
}

/// <summary>A channel to be opened for one person and one agent; it is private.</summary>
/// <param name="Server">Where; it exists.</param>
/// <param name="Type">A direct one is named by its id.</param>
/// <param name="Name">Keeps the rule of channel names; for a direct channel what people see of it, or null.</param>
/// <param name="Person">Takes part as a member.</param>
/// <param name="PersonName">What people call the person, or null.</param>
/// <param name="Agent">Takes part as a member; null for none.</param>
/// <param name="AgentName">The agent's name; null with no agent.</param>
public sealed record ChannelOpening(
    ServerId Server, ChannelType Type, string? Name, ActorId Person, DisplayName? PersonName, Listener? Agent, DisplayName? AgentName)
{
    public Metadata Metadata { get; init; } = Metadata.Empty;
}
