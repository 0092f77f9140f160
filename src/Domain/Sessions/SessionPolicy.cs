namespace Eliza.Domain.Sessions;

/// <summary>The server's say in how long sessions last (contract: Sessions): session before agent before server.</summary>
/// <param name="Defaults">What counts where neither session nor agent says anything.</param>
/// <param name="MinTimeout">The shortest timeout that may be chosen.</param>
/// <param name="MaxTimeout">The longest one.</param>
public sealed record SessionPolicy(SessionTimeouts Defaults, TimeSpan MinTimeout, TimeSpan MaxTimeout)
{
    /// <summary>The shortest warning that may be chosen.</summary>
    public static readonly TimeSpan MinWarning = TimeSpan.FromMinutes(1);

    /// <summary>The longest duration that may be chosen: twice the longest timeout, as the reference has it, or what the server itself chose.</summary>
    public TimeSpan MaxDuration => 2 * MaxTimeout > Defaults.MaxDuration ? 2 * MaxTimeout : Defaults.MaxDuration;

    /// <summary>
    /// What counts for the sessions of an agent that do not say. Its choice was made under the policy of its time, so it is brought
    /// within today's, where the timeout may come to be the longer one and counts. An agent that chose only how long its sessions
    /// last at most means it: the server's timeout gives way.
    /// </summary>
    public SessionTimeouts Of(SessionTimeoutChoice agent)
    {
        var maxDuration = Within(agent.MaxDuration, MinTimeout, MaxDuration);
        var chosen = Defaults.With(new SessionTimeoutChoice(
            Within(agent.Timeout ?? (maxDuration < Defaults.Timeout ? maxDuration : null), MinTimeout, MaxTimeout),
            maxDuration,
            Within(agent.WarningThreshold, MinWarning, MaxDuration),
            agent.AutoRenew));
        return chosen.IsConsistent ? chosen : chosen with { MaxDuration = chosen.Timeout };
    }

    private static TimeSpan? Within(TimeSpan? chosen, TimeSpan least, TimeSpan most) => chosen < least ? least : chosen > most ? most : chosen;
}
