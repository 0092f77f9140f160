using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class AgentResponseContentTests
{
    [Theory]
    [InlineData("""{"thought": "She is sad", "actions": ["REPLY", "REMEMBER"], "mood": 3}""", "She is sad", new[] { "REPLY", "REMEMBER" })]
    [InlineData("{}", null, new string[0])]
    [InlineData("""{"thought": "", "actions": []}""", "", new string[0])]
    [InlineData("""{"thought": null, "actions": null}""", null, new string[0])]
    [InlineData("""{"thought": 4, "actions": "REPLY"}""", null, new string[0])]
    [InlineData("""{"thought": ["a"], "actions": {"0": "REPLY"}}""", null, new string[0])]
    [InlineData("""{"actions": ["REPLY", 1, null, ["NO"], "WAIT"]}""", null, new[] { "REPLY", "WAIT" })]
    public void Of_WhateverTheMetadata_TakesWhatIsOfTheRightType(string metadata, string? thought, string[] actions)
    {
        var content = AgentResponseContent.Of(new AgentReply(Ids.Message, "Please go on", new RawJson(metadata), Times.Now));

        content.Text.ShouldBe("Please go on");
        content.Thought.ShouldBe(thought);
        content.Actions.ShouldBe(actions);
    }
}
