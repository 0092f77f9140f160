using Eliza.FunctionalTests.Agents;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>A language model's answer is told while it is written, under the id that its message will have.</summary>
public sealed class StreamedAnswerTests(AgentsFactory factory) : IClassFixture<AgentsFactory>
{
    [Fact]
    public async Task Answer_WhileItIsWritten_IsToldByPiecesUnderTheIdOfItsMessage()
    {
        var agent = $"{Guid.CreateVersion7()}";
        var channel = await factory.ChannelWithAsync(agent, "llm", new { });
        var rest = new TaskCompletionSource();
        factory.Model.Answer = async context =>
        {
            await TestModel.BeginAsync(context);
            await TestModel.SayAsync(context, "Good mor");
            await rest.Task;
            await TestModel.SayAsync(context, "ning, Ada.");
            await TestModel.EndAsync(context);
        };
        await using var socket = await TestSocket.OfUserAsync(factory, "ada");
        await socket.JoinAsync(channel);

        var question = await socket.SayAsync(channel, "Hello");
        await socket.HearAsync("messageStreamChunk");
        await using var late = await TestSocket.OfUserAsync(factory, "ada");
        await late.JoinAsync(channel);
        rest.SetResult();

        foreach (var listener in new[] { socket, late })
        {
            var answer = await listener.HearTextAsync("Good morning, Ada.");
            answer.Id("inReplyToMessageId").ShouldBe(question);
            await listener.HearAsync("messageComplete");
            listener.Heard.Where(heard => heard.Name == "messageStreamChunk").ShouldAllBe(chunk => chunk.Id("messageId") == answer.Id() && chunk.Text("agentId") == agent);
        }
        var chunks = socket.Heard.Where(heard => heard.Name == "messageStreamChunk").ToList();
        await socket.HearAsync("controlMessage", count: 2);
        string.Concat(chunks.Select(chunk => chunk.Text("chunk"))).ShouldBe("Good morning, Ada.");
        chunks.Select(chunk => chunk.Data.GetProperty("index").GetInt32()).ShouldBe(Enumerable.Range(0, chunks.Count));
        socket.Heard.Select(heard => heard.Name).Where(name => name is "controlMessage" or "messageBroadcast" or "messageComplete")
            .ShouldBe(["messageBroadcast", "controlMessage", "messageBroadcast", "messageComplete", "controlMessage"]);
    }
}
