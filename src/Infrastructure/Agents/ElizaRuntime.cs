using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.Infrastructure.Agents;

/// <summary>The embedded agent: Weizenbaum's DOCTOR, in this process, without a network. It writes its answer in one piece.</summary>
internal sealed class ElizaRuntime(IReplyDrafts drafts) : IAgentRuntime
{
    private readonly DoctorEngine _doctor = new(DoctorScript.Embedded);

    public string Kind => AgentKind.Eliza.Value;

    public Task<AgentAnswer> AnswerAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        var answer = _doctor.Answer(DoctorState.FromJson(turn.State), turn.Text);
        var question = new Question(turn.MessageId, turn.ChannelId, turn.AgentId);
        drafts.Append(question, turn.RunId.AnswerId, turn.Attempt, answer.Reply);
        drafts.End(question, turn.Attempt);
        return Task.FromResult(new AgentAnswer(answer.Reply, answer.State.ToJson()));
    }
}
