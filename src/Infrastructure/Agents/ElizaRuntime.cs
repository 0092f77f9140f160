using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.Infrastructure.Agents;

/// <summary>The embedded agent: Weizenbaum's DOCTOR, in this process, without a network.</summary>
internal sealed class ElizaRuntime : IAgentRuntime
{
    private readonly DoctorEngine _doctor = new(DoctorScript.Embedded);

    public string Kind => AgentKind.Eliza.Value;

    public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        var answer = _doctor.Answer(DoctorState.FromJson(turn.State), turn.Text);
        return Task.FromResult(new AgentAnswer(answer.Reply, answer.State.ToJson()));
    }
}
