using System.Diagnostics;
using Eliza.Application.Agents;
using Eliza.Application.Common;

namespace Eliza.Infrastructure.Agents;

/// <summary>One attempt at a run, for who measures and traces the server: what sort of agent was asked, and what came of it.</summary>
internal sealed class RunAttempt(TimeProvider time) : IDisposable
{
    private const string Failed = "failed";

    private readonly Activity? _span = Spans.Begin("AgentRun");
    private readonly long _began = time.GetTimestamp();
    private string? _kind;
    private string _outcome = "released";

    /// <summary>There is an agent to be asked.</summary>
    public void Ask(string kind)
    {
        _kind = kind;
        _span?.SetTag("eliza.agent.kind", kind);
    }

    /// <summary>What the agent said is saved.</summary>
    public void Saved(AgentAnswer answer) => _outcome = answer switch
    {
        { Failure: not null } => Failed,
        { Patience: not null } => "deferred",
        { Text: null } => "silent",
        _ => "answered",
    };

    /// <summary>What the agent said may not be said.</summary>
    public void Refused() => _outcome = Failed;

    /// <summary>The run was no longer this server's to end.</summary>
    public void Lost() => _outcome = "lost";

    public void Dispose()
    {
        _span.End(_outcome, failed: _outcome is Failed);
        _span?.Dispose();
        if (_kind is not null) RunMeter.Attempted(_kind, _outcome, time.GetElapsedTime(_began));
    }
}
