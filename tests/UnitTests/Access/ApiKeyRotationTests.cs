using Eliza.Domain.Access;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class ApiKeyRotationTests
{
    private const string Third = KeyTexts.Agent;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Rotate_WhenWithoutGrace_EndsTheOldKeyAtOnce()
    {
        var key = new ApiKeyBuilder { Scopes = Scopes.TokensIssue, RequestsPerMinute = 7 }.Build();
        var id = key.Id;

        key.Rotate(KeyTexts.OtherService, TimeSpan.Zero, lifetime: null, Times.Now.Add(Hour)).ShouldSucceed().ShouldBeSameAs(key);

        Accepts(key, KeyTexts.Service, Times.Now.Add(Hour)).ShouldBeFalse();
        Accepts(key, KeyTexts.OtherService, Times.Now.Add(Hour)).ShouldBeTrue();
        (key.PreviousHash, key.PreviousUntil).ShouldBe((null, null));
        (key.Id, key.Scopes, key.RequestsPerMinute, key.CreatedAt, key.Prefix).ShouldBe((id, Scopes.TokensIssue, 7, Times.Now, "eliza_service_000000"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Rotate_WhenWithGrace_TakesTheOldKeyUntilItsEnd(long ticks, bool accepted)
    {
        var key = new ApiKeyBuilder().Build();

        key.Rotate(KeyTexts.OtherService, Hour, lifetime: null, Times.Now).ShouldSucceed();

        Accepts(key, KeyTexts.Service, Times.Now).ShouldBeTrue();
        Accepts(key, KeyTexts.Service, Times.Now.Add(Hour).AddTicks(ticks)).ShouldBe(accepted);
        Accepts(key, KeyTexts.OtherService, Times.Now.Add(Hour).AddTicks(ticks)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rotate_WhenTwice_EndsTheOldestAtOnce(bool again)
    {
        var key = new ApiKeyBuilder().Build();

        key.Rotate(KeyTexts.OtherService, Hour, lifetime: null, Times.Now).ShouldSucceed();
        key.Rotate(Third, again ? Hour : TimeSpan.Zero, lifetime: null, Times.Now).ShouldSucceed();

        Accepts(key, KeyTexts.Service, Times.Now).ShouldBeFalse();
        Accepts(key, KeyTexts.OtherService, Times.Now).ShouldBe(again);
        Accepts(key, Third, Times.Now).ShouldBeTrue();
    }

    [Fact]
    public void Rotate_WhenALifetimeIsGiven_CountsItFromNow()
    {
        var key = new ApiKeyBuilder { Lifetime = 2 * Hour }.Build();

        key.Rotate(KeyTexts.OtherService, TimeSpan.Zero, 5 * Hour, Times.Now.Add(Hour)).ShouldSucceed();

        key.ExpiresAt.ShouldBe(Times.Now.Add(6 * Hour));
    }

    [Fact]
    public void Rotate_WhenNoLifetimeIsGiven_LeavesTheEndAsItWas()
    {
        var key = new ApiKeyBuilder { Lifetime = 2 * Hour }.Build();

        key.Rotate(KeyTexts.OtherService, 9 * Hour, lifetime: null, Times.Now.Add(Hour)).ShouldSucceed();

        key.ExpiresAt.ShouldBe(Times.Now.Add(2 * Hour));
        foreach (var text in new[] { KeyTexts.Service, KeyTexts.OtherService })
        {
            Accepts(key, text, Times.Now.Add(2 * Hour).AddTicks(-1)).ShouldBeTrue();
            Accepts(key, text, Times.Now.Add(2 * Hour)).ShouldBeFalse();
        }
    }

    [Fact]
    public void Revoke_WhenInTheGraceOfARotation_EndsBothKeys()
    {
        var key = new ApiKeyBuilder().Build();
        key.Rotate(KeyTexts.OtherService, Hour, lifetime: null, Times.Now).ShouldSucceed();

        key.Revoke(Times.Now);

        Accepts(key, KeyTexts.Service, Times.Now).ShouldBeFalse();
        Accepts(key, KeyTexts.OtherService, Times.Now).ShouldBeFalse();
    }

    [Fact]
    public void Rotate_WhenRevoked_IsAConflictAndChangesNothing()
    {
        var key = new ApiKeyBuilder().Build();
        key.Revoke(Times.Now);

        ShouldConflict(key, "ApiKey.Ended", Times.Now);
    }

    [Fact]
    public void Rotate_WhenExpired_IsAConflictAndChangesNothing() =>
        ShouldConflict(new ApiKeyBuilder { Lifetime = Hour }.Build(), "ApiKey.Ended", Times.Now.Add(Hour));

    [Fact]
    public void Rotate_WhenJustBeforeItsEnd_Succeeds() => new ApiKeyBuilder { Lifetime = Hour }.Build()
        .Rotate(KeyTexts.OtherService, TimeSpan.Zero, Hour, Times.Now.Add(Hour).AddTicks(-1)).ShouldSucceed();

    [Fact]
    public void Rotate_WhenTheOperatorsOwn_IsAConflictAndChangesNothing() =>
        ShouldConflict(ApiKey.Bootstrap(KeyTexts.Service, Times.Now), "ApiKey.Bootstrap", Times.Now);

    private static void ShouldConflict(ApiKey key, string code, DateTimeOffset now)
    {
        var before = (key.Hash, key.Prefix, key.ExpiresAt);

        key.Rotate(KeyTexts.OtherService, Hour, Hour, now).ShouldFail(code).Kind.ShouldBe(ErrorKind.Conflict);

        (key.Hash, key.Prefix, key.ExpiresAt).ShouldBe(before);
        key.PreviousHash.ShouldBeNull();
    }

    private static bool Accepts(ApiKey key, string text, DateTimeOffset now) => key.Accepts(ApiKeyText.HashOf(text), now);
}
