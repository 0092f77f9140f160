using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

/// <summary>Questions to agents.</summary>
internal static class Turns
{
    /// <summary>What Ada says to Eliza in a channel in which nothing was said before.</summary>
    public static AgentTurn ForEliza(string text) => new(Ids.Eliza, DisplayName.From("Eliza"), "eliza", Ids.Channel, Ids.Message, Ids.Ada, text, State: null)
    {
        RunId = new AgentRunId(Ids.Message.Value),
        AgentUpdatedAt = Times.Now,
        CreatedAt = Times.Now,
        Context = new TurnContext(Ids.Server, AuthorName: DisplayName.From("Ada"), History: []),
    };
}
