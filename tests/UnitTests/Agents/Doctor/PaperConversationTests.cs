using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

/// <summary>
/// The user's side of the conversation printed in the 1966 paper. Each line must be answered by the keyword and decomposition that the
/// paper's answer came from, with that answer's place in the rotation; the sentences are this script's own.
/// </summary>
public sealed class PaperConversationTests
{
    private const string Recalled = "(memory)";

    private static readonly (string Line, string Rule, int Turn, string Says)[] Paper =
    [
        ("Men are all alike.", "dit: 0", 0, "in what way"),
        ("They're always bugging us about something or other.", "always: 0", 0, "example"),
        ("Well, my boyfriend made me come here.", "my: 0 your 0", 0, "your boyfriend made you come here"),
        ("He says I'm depressed much of the time.", "i: 0 you are 0 sad|unhappy|depressed|sick 0", 0, "you are depressed"),
        ("It's true. I am unhappy.", "i: 0 you are 0 sad|unhappy|depressed|sick 0", 1, "coming here make you any less unhappy"),
        ("I need some help, that much seems certain.", "i: 0 you want|need 0", 0, "if you got some help?"),
        ("Perhaps I could learn to get along with my mother.", "my: 0 your 0 /family 0", 0, "about your family"),
        ("My mother takes care of me.", "my: 0 your 0 /family 0", 1, "who else in your family takes care of you?"),
        ("My father.", "my: 0 your 0 /family 0", 2, "your father"),
        ("You are like my father in some ways.", "dit: 0", 1, "what resemblance"),
        ("You are not very aggressive but I think you don't want me to notice that.", "you: 0 i are 0", 0, "i am not very aggressive?"),
        ("You don't argue with me.", "you: 0 i 0 you", 0, "think that i don't argue with you?"),
        ("You are afraid of me.", "you: 0 i are 0", 1, "think that i am afraid of you?"),
        ("My father is afraid of everybody.", "my: 0 your 0 /family 0", 3, "your father?"),
        ("Bullies.", Recalled, 0, "your boyfriend made you come here"),
    ];

    [Fact]
    public void Answer_WhenLinesAreThoseOfThePaper_UsesTheRulesOfThePaper()
    {
        var conversation = new Conversation(DoctorScript.Embedded);

        foreach (var (line, rule, turn, says) in Paper)
        {
            var before = conversation.State;
            var reply = conversation.Say(line);

            reply.ShouldContain(says, Case.Insensitive, line);
            if (rule == Recalled) conversation.State.Memories.Count.ShouldBe(before.Memories.Count - 1, line);
            else TurnTaken(before, conversation.State).ShouldBe((rule, turn), line);
        }
    }

    [Fact]
    public void Answer_WhenUnhappyBecauseOfMother_AsksAboutTheFamilyAndTheMother()
    {
        var reply = new Conversation(DoctorScript.Embedded).Say("I am unhappy because my mother never listens to me");

        reply.ShouldContain("your family");
        reply.ShouldContain("your mother");
    }

    /// <summary>The rule whose rotation moved on, and where it stood before.</summary>
    private static (string Rule, int Turn) TurnTaken(DoctorState before, DoctorState after) => before.Rotations.Keys.Union(after.Rotations.Keys)
        .Where(key => before.RotationOf(key) != after.RotationOf(key))
        .Select(key => (key, before.RotationOf(key)))
        .ShouldHaveSingleItem();
}
