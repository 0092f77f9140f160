using Eliza.Domain.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class AgentTests
{
    [Fact]
    public void Eliza_WhenMade_HasTheFixedIdAndIsActive()
    {
        var agent = Agent.Eliza(Times.Now);

        (agent.Id.Value, agent.Name.Value, agent.Kind, agent.IsActive, agent.CreatedAt)
            .ShouldBe(("e112a000-0000-4000-8000-000000000001", "Eliza", AgentKind.Eliza, true, Times.Now));
    }

    [Theory]
    [InlineData("eliza", true)]
    [InlineData("web-hook", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz-abcde", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz-abcdef", false)]
    [InlineData("Eliza", false)]
    [InlineData("kind1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void CreateKind_WhenOfLowerCaseLettersAndHyphens_Succeeds(string? kind, bool succeeds) => AgentKind.Create(kind).IsSuccess.ShouldBe(succeeds);

    [Fact]
    public void Keep_WhenTheAgentAnswersAgain_ReplacesTheState()
    {
        var memory = AgentMemory.Begin(Ids.Eliza, Ids.Channel, "one");

        memory.Keep("two");

        (memory.AgentId, memory.ChannelId, memory.State).ShouldBe((Ids.Eliza, Ids.Channel, "two"));
    }
}
