using Eliza.Domain.Agents;

namespace Eliza.UnitTests.TestData;

/// <summary>Eliza's work on the message, waiting for its first attempt, unless told otherwise.</summary>
internal sealed record AgentRunBuilder
{
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    /// <summary>How many attempts have begun; each but the last ended with its lease.</summary>
    public int Attempts { get; init; }

    /// <summary>The lease of the last attempt.</summary>
    public Guid Lease { get; init; } = Ids.Lease;

    /// <summary>When the last attempt begins.</summary>
    public DateTimeOffset ClaimedAt { get; init; } = Times.Now;

    /// <summary>A run that is held under a lease for the first time.</summary>
    public static AgentRun Claimed() => new AgentRunBuilder { Attempts = 1 }.Build();

    public AgentRun Build()
    {
        var run = AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, ClaimedAt - Math.Max(0, Attempts - 1) * LeaseTime);
        for (var attempt = 1; attempt <= Attempts; attempt++)
            run.Claim(attempt == Attempts ? Lease : Ids.OtherLease, ClaimedAt - (Attempts - attempt) * LeaseTime, LeaseTime);
        return run;
    }
}
