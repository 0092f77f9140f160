using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

/// <summary>
/// The channels of the default server that mirror those of platforms, in the present unit of work. Whether the caller may is for
/// the caller to check.
/// </summary>
public interface IMirrorChannels : IModulePort
{
    /// <summary>The channel that mirrors the platform's; null when there is none yet.</summary>
    Task<ChannelId?> FindAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Opens one, a private group of that company, ready to be posted to before it is saved.</summary>
    ChannelEntry Open(Source source, Company company);

    /// <summary>Brings in whoever of the company is not in yet; the answer is the channel with the agent listening.</summary>
    /// <param name="channel">A mirror, or any other channel.</param>
    /// <param name="company">Who is to be in.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<ChannelEntry> BringInAsync(ChannelEntry channel, Company company, CancellationToken cancellationToken);
}

/// <summary>An agent, and the people whom it talks with.</summary>
public sealed record Company(AgentEntry Agent, IReadOnlyList<Newcomer> People);
