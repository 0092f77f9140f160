using System.Text;
using Eliza.Application.Agents;
using Eliza.Infrastructure.Agents.Webhooks;

namespace Eliza.UnitTests.Agents.Webhooks;

public sealed class WebhookReplyTests
{
    [Theory]
    [InlineData("""{"text":"Hi"}""", "Hi")]
    [InlineData("""{"content":"Hi"}""", "Hi")]
    [InlineData("""{"message":"Hi","mood":{"deep":[1]}}""", "Hi")]
    [InlineData("""{"message":"no","content":"neither","text":"Hi"}""", "Hi")]
    [InlineData("""{"text":null,"content":"Hi"}""", "Hi")]
    [InlineData("""  {"text":"Gr\u00fc\u00dfe 😀"}  """, "Grüße 😀")]
    public void Read_OfAnObjectWithAText_IsTheReply(string body, string reply) => Read(body).ShouldBe(new AgentAnswer(reply, null));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"text":""}""")]
    [InlineData("""{"text":"  \n"}""")]
    [InlineData("""{"text":null}""")]
    [InlineData("""{"ok":true}""")]
    public void Read_WithoutAText_IsNothingToSay(string body) => Read(body).ShouldBe(AgentAnswer.Nothing);

    [Theory]
    [InlineData("Hi")]
    [InlineData("\"Hi\"")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"text":{"text":"Hi"}}""")]
    [InlineData("""{"text":"Hi"} and more""")]
    [InlineData("""{"text":"Hi","text":"Ho"}""")]
    [InlineData("""{"text":"Hi",}""")]
    [InlineData("""{"text":"\ud83d"}""")]
    [InlineData("\ufeff{\"text\":\"Hi\"}")]
    public void Read_OfAnythingElse_IsAFailure(string body) => ShouldNotBeUnderstood(Encoding.UTF8.GetBytes(body));

    [Fact]
    public void Read_OfADeepOrMisencodedObject_IsAFailure()
    {
        ShouldNotBeUnderstood(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)));
        ShouldNotBeUnderstood(Encoding.Latin1.GetBytes("""{"text":"Grüße"}"""));
        ShouldNotBeUnderstood(Encoding.Unicode.GetBytes("""{"text":"Hi"}"""));
    }

    private static AgentAnswer Read(string body) => WebhookReply.Read(Encoding.UTF8.GetBytes(body));

    private static void ShouldNotBeUnderstood(byte[] body) =>
        WebhookReply.Read(body).ShouldBe(AgentAnswer.Failed("The webhook's answer is not a JSON object with a text"));
}
