using Eliza.Domain.Agents;
using Eliza.Domain.Agents.Events;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Agents;

public sealed class AgentTests
{
    private static readonly DateTimeOffset Later = Times.Now.AddSeconds(5);

    [Fact]
    public void Create_WhenMade_IsAsItsMakersDecided()
    {
        var agent = Made(AgentKind.Webhook, "secret");

        (agent.Id, agent.Name.Value, agent.Kind, agent.IsActive, agent.WebhookSecret).ShouldBe((Ids.OtherAgent, "Parry", AgentKind.Webhook, true, "secret"));
        (agent.CreatedAt, agent.UpdatedAt).ShouldBe((Times.Now, Times.Now));
        agent.DomainEvents.ShouldBe([new AgentCreated(Ids.OtherAgent)]);
    }

    [Fact]
    public void Change_WhenOfTheSameKind_TakesTheNewForm()
    {
        var agent = Made(AgentKind.Remote);

        agent.Change(Draft(AgentKind.Remote) with { Name = DisplayName.From("Racter"), ReplyPolicy = ReplyPolicy.Always }, Later).ShouldSucceed();

        (agent.Name.Value, agent.ReplyPolicy, agent.UpdatedAt, agent.CreatedAt).ShouldBe(("Racter", ReplyPolicy.Always, Later, Times.Now));
        agent.DomainEvents[^1].ShouldBe(new AgentChanged(Ids.OtherAgent));
    }

    [Fact]
    public void Change_WhenOfAnotherKind_IsRefusedAndChangesNothing()
    {
        var agent = Made(AgentKind.Remote);

        agent.Change(Draft(AgentKind.Llm) with { Name = DisplayName.From("Racter") }, Later).ShouldFail("Agent.KindIsFixed");

        (agent.Name.Value, agent.Kind, agent.UpdatedAt).ShouldBe(("Parry", AgentKind.Remote, Times.Now));
    }

    [Fact]
    public void Change_WhenTheClockStandsStill_IsLaterThanTheLastOneAllTheSame()
    {
        var agent = Made(AgentKind.Remote);

        agent.Change(Draft(AgentKind.Remote), Times.Now).ShouldSucceed();
        agent.Change(Draft(AgentKind.Remote), Times.Now.AddHours(-1)).ShouldSucceed();

        agent.UpdatedAt.ShouldBe(Times.Now.AddMilliseconds(2));
    }

    [Fact]
    public void StopAndStart_WhenRepeated_HappenOnce()
    {
        var agent = Made(AgentKind.Remote);

        agent.Start(Later);
        agent.Stop(Later);
        agent.Stop(Later.AddSeconds(1));
        (agent.IsActive, agent.UpdatedAt).ShouldBe((false, Later));
        agent.Start(Later);
        agent.Start(Later);

        agent.IsActive.ShouldBeTrue();
        agent.DomainEvents.Skip(1).ShouldBe([new AgentStopped(Ids.OtherAgent), new AgentStarted(Ids.OtherAgent)]);
    }

    [Fact]
    public void Rotate_WhenItHasAWebhook_SignsWithTheNewSecret()
    {
        var agent = Made(AgentKind.Webhook, "old");

        agent.Rotate("new", Later).ShouldSucceed();

        (agent.WebhookSecret, agent.UpdatedAt).ShouldBe(("new", Later));
        Made(AgentKind.Remote).Rotate("new", Later).ShouldFail("Agent.NoWebhook").Kind.ShouldBe(ErrorKind.Conflict);
    }

    [Theory]
    [InlineData("http://localhost:8080/hook")]
    [InlineData("HTTPS://hooks.example/a?b=c#d")]
    [InlineData("https://[::1]/")]
    public void CheckWebhookUrl_WhenAbsolute_Passes(string url) => AgentSettings.CheckWebhookUrl(url).ShouldSucceed().ShouldBe(url);

    [Theory]
    [InlineData("")]
    [InlineData("hooks.example/a")]
    [InlineData("/a")]
    [InlineData("//hooks.example/a")]
    [InlineData("ftp://hooks.example/a")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user@hooks.example/")]
    [InlineData("https://user:password@hooks.example/")]
    public void CheckWebhookUrl_WhenAnythingElse_IsRefused(string url) => AgentSettings.CheckWebhookUrl(url).ShouldFail("AgentSettings.InvalidWebhookUrl");

    [Fact]
    public void CheckWebhookUrl_WhenTooLong_IsRefused() =>
        AgentSettings.CheckWebhookUrl("https://hooks.example/" + new string('x', AgentSettings.MaxWebhookUrlLength)).ShouldFail("AgentSettings.InvalidWebhookUrl");

    [Theory]
    [InlineData("eliza")]
    [InlineData("LLM")]
    [InlineData("Webhook")]
    [InlineData("remote")]
    public void Parse_WhenAKind_IsItInAnyCase(string name) => AgentKind.Parse(name).ShouldSucceed().Value.ShouldBe(name.ToLowerInvariant());

    [Theory]
    [InlineData("")]
    [InlineData("robot")]
    public void Parse_WhenNoKind_Fails(string name) => AgentKind.Parse(name).ShouldFail("Agent.UnknownKind");

    [Theory]
    [InlineData("pending", "Pending")]
    [InlineData("RUNNING", "Running")]
    [InlineData("started", "Pending Running")]
    [InlineData("error", "Failed")]
    [InlineData("timeout", "Failed")]
    [InlineData("all", "Pending Running Completed Failed Ignored")]
    public void Meaning_OfAWord_IsItsStates(string word, string expected) => string.Join(' ', AgentRunStatuses.Meaning(word).ShouldSucceed()).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("done")]
    public void Meaning_OfAnotherWord_Fails(string word) => AgentRunStatuses.Meaning(word).ShouldFail("AgentRun.UnknownStatus");

    private static AgentDraft Draft(AgentKind kind) => new(DisplayName.From("Parry"), kind, ReplyPolicy.Mention, AgentSettings.None, Metadata.Empty);

    private static Agent Made(AgentKind kind, string? secret = null) => Agent.Create(Ids.OtherAgent, Draft(kind), isActive: true, secret, Times.Now);
}
