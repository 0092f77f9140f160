using System.Threading.Channels;
using Eliza.Application.Agents;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>An agent that asks its test what to answer.</summary>
internal sealed class ScriptedAgent : IAgentRuntime
{
    public const string Id = "5c819000-0000-4000-8000-000000000001";

    private readonly Channel<TaskCompletionSource<AgentAnswer>> _asked = Channel.CreateUnbounded<TaskCompletionSource<AgentAnswer>>();

    public string Kind => "scripted";

    public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<AgentAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Writer.TryWrite(answer);
        return answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The next question, once it was put.</summary>
    public Task<TaskCompletionSource<AgentAnswer>> AskedAsync() => AskedUntilAsync(CancellationToken.None);

    /// <summary>The same for who may wait no more: else it would take the question that the next one waits for.</summary>
    public async Task<TaskCompletionSource<AgentAnswer>> AskedUntilAsync(CancellationToken over) =>
        await _asked.Reader.ReadAsync(over).AsTask().WaitAsync(TimeSpan.FromSeconds(60), over);
}
