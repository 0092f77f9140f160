using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

/// <summary>Talks to a script line by line and carries the state.</summary>
internal sealed class Conversation(DoctorScript script)
{
    private readonly DoctorEngine _engine = new(script);

    public DoctorState State { get; set; } = DoctorState.Initial;

    public string Say(string line)
    {
        var turn = _engine.Answer(State, line);
        State = turn.State;
        return turn.Reply;
    }

    public string[] SayAll(params string[] lines) => [.. lines.Select(Say)];
}
