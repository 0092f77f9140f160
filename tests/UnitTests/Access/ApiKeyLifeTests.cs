using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ApiKeyLifeTests
{
    private static readonly string Hash = ApiKeyText.HashOf(KeyTexts.Service);

    [Fact]
    public void Create_WhenForAService_IsAsDescribedAndKeepsTheHashOnly()
    {
        var key = new ApiKeyBuilder { Scopes = Scopes.MessagesRead | Scopes.TokensIssue, Lifetime = TimeSpan.FromHours(1), RequestsPerMinute = 7 }.Build();

        key.Id.Value.Version.ShouldBe(7);
        (key.Kind, key.AgentId, key.Name.Value, key.Scopes).ShouldBe((ApiKeyKind.Service, null, "back end", Scopes.MessagesRead | Scopes.TokensIssue));
        (key.Prefix, key.Hash, key.RequestsPerMinute).ShouldBe(("eliza_service_abcDEF", Hash, 7));
        (key.CreatedAt, key.ExpiresAt, key.RevokedAt).ShouldBe((Times.Now, Times.Now.AddHours(1), null));
        (key.PreviousHash, key.PreviousUntil).ShouldBe((null, null));
    }

    [Fact]
    public void Create_WhenForAnAgent_IsTheAgents()
    {
        var key = new ApiKeyBuilder { Text = KeyTexts.Agent, AgentId = Ids.Eliza }.Build();

        (key.Kind, key.AgentId, key.Prefix, key.ExpiresAt).ShouldBe((ApiKeyKind.Agent, Ids.Eliza, "eliza_agent_Zz9Yy8", null));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Accepts_WhenAtItsEnd_EndsInThatMoment(long ticks, bool accepted)
    {
        var key = new ApiKeyBuilder { Lifetime = TimeSpan.FromHours(1) }.Build();

        key.Accepts(Hash, Times.Now).ShouldBeTrue();
        key.Accepts(Hash, Times.Now.AddHours(1).AddTicks(ticks)).ShouldBe(accepted);
    }

    [Fact]
    public void Accepts_WhenItHasNoEnd_IsForEver() => new ApiKeyBuilder().Build().Accepts(Hash, DateTimeOffset.MaxValue).ShouldBeTrue();

    [Fact]
    public void Accepts_WhenTheHashIsAnother_IsFalse()
    {
        var key = new ApiKeyBuilder().Build();

        foreach (var other in new[] { ApiKeyText.HashOf(KeyTexts.OtherService), KeyTexts.Service, Hash.ToUpperInvariant(), Hash[..^1], Hash + "0", "", "é" })
            key.Accepts(other, Times.Now).ShouldBeFalse();
    }

    [Fact]
    public void Revoke_WhenTwice_EndsItAtOnceAndRemembersTheFirstTime()
    {
        var key = new ApiKeyBuilder().Build();

        key.Revoke(Times.Now);
        key.Revoke(Times.Now.AddHours(1));

        key.RevokedAt.ShouldBe(Times.Now);
        key.Accepts(Hash, Times.Now).ShouldBeFalse();
        key.Accepts(Hash, Times.Now.AddTicks(-1)).ShouldBeFalse();
    }

    [Fact]
    public void Replace_WhenTheRevokedKeyComesAgain_StaysRevoked()
    {
        var key = ApiKey.Bootstrap(KeyTexts.Service, Times.Now);
        key.Revoke(Times.Now);

        key.Replace(KeyTexts.Service, Times.Now.AddHours(1));

        (key.RevokedAt, key.CreatedAt).ShouldBe((Times.Now, Times.Now));
        key.Accepts(Hash, Times.Now.AddHours(1)).ShouldBeFalse();
    }

    [Fact]
    public void Replace_WhenAnotherKeyComesAfterARevocation_IsValidAgain()
    {
        var key = ApiKey.Bootstrap(KeyTexts.Service, Times.Now);
        key.Revoke(Times.Now);

        key.Replace(KeyTexts.OtherService, Times.Now.AddHours(1));

        (key.RevokedAt, key.Prefix, key.Scopes).ShouldBe((null, "eliza_service_000000", Scopes.Admin));
        key.Accepts(ApiKeyText.HashOf(KeyTexts.OtherService), Times.Now.AddHours(1)).ShouldBeTrue();
        key.Accepts(Hash, Times.Now.AddHours(1)).ShouldBeFalse();
    }

    [Fact]
    public void Replace_WhenTheKeyIsTheOperatorsOwn_ShowsNothingOfIt()
    {
        var key = ApiKey.Bootstrap(KeyTexts.Service, Times.Now);

        key.Replace("a-key-of-the-operators-own-making-0001", Times.Now);

        key.Prefix.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ApiKeyKind.Service, "service")]
    [InlineData(ApiKeyKind.Agent, "agent")]
    public void Kind_WhenKnown_HasItsNameBothWays(ApiKeyKind kind, string name)
    {
        kind.Name().ShouldBe(name);
        ApiKeyKinds.Parse(name).ShouldSucceed().ShouldBe(kind);
    }

    [Fact]
    public void Kind_WhenThereIsNoSuch_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => ((ApiKeyKind)99).Name());
}
