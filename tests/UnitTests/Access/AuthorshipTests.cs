using Eliza.Application.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

/// <summary>Ada lets Eliza speak in her name; Bob lets nobody.</summary>
public sealed class AuthorshipTests
{
    private static readonly Dictionary<string, Caller?> Known = new()
    {
        ["service"] = Callers.Service(Scopes.None),
        ["operator"] = Callers.Operator,
        ["Ada"] = Callers.Ada,
        ["Bob"] = Callers.Bob,
        ["Eliza"] = Callers.Eliza,
        ["other agent"] = Caller.Agent(Callers.KeyId, "key", Ids.OtherAgent, Scopes.MessagesWrite),
        ["person with Eliza's id"] = Caller.User(Ids.Eliza),
        ["nobody"] = null,
    };

    private readonly FakeAgentDirectory _agents = new();

    public AuthorshipTests() => _agents.Grants.Add((Ids.Eliza, Ids.Ada));

    /// <summary>In the name of Ada, Bob, Eliza, the other agent: u for a person, a for an agent, - for may not.</summary>
    [Theory]
    [InlineData("service", "uuaa")]
    [InlineData("operator", "uuaa")]
    [InlineData("Ada", "u---")]
    [InlineData("Bob", "-u--")]
    [InlineData("Eliza", "u-a-")]
    [InlineData("other agent", "---a")]
    [InlineData("person with Eliza's id", "----")]
    [InlineData("nobody", "----")]
    public async Task Find_WhenSomebodyWantsToSpeak_AllowsThemselvesAndWhoLetsThem(string caller, string expected)
    {
        var found = new List<char>();
        foreach (var author in new[] { Ids.Ada, Ids.Bob, Ids.Eliza, Ids.OtherAgent })
            found.Add(await FindAsync(Known[caller], author) switch { ActorKind.User => 'u', ActorKind.Agent => 'a', _ => '-' });

        string.Concat(found).ShouldBe(expected);
    }

    [Fact]
    public async Task Find_WhenTheGrantIsForAnAgent_IsWorthNothing()
    {
        _agents.Grants.Add((Ids.Eliza, Ids.OtherAgent));

        (await FindAsync(Callers.Eliza, Ids.OtherAgent)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhenAPersonHasAGrant_IsWorthNothing()
    {
        _agents.Grants.Add((Ids.Ada, Ids.Bob));
        _agents.Grants.Add((Ids.Eliza, Ids.Bob));

        (await FindAsync(Callers.Ada, Ids.Bob)).ShouldBeNull();
        (await FindAsync(Caller.User(Ids.Eliza), Ids.Bob)).ShouldBeNull();
    }

    [Fact]
    public async Task Find_WhenTheGrantIsTakenBack_EndsAtOnce()
    {
        _agents.Grants.Clear();

        (await FindAsync(Callers.Eliza, Ids.Ada)).ShouldBeNull();
        (await FindAsync(Callers.Eliza, Ids.Eliza)).ShouldBe(ActorKind.Agent);
    }

    private Task<ActorKind?> FindAsync(Caller? caller, ActorId author) =>
        new Authorship(caller.Calls(), _agents).FindAsync(author, TestContext.Current.CancellationToken);
}
