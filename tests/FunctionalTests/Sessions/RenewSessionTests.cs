using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Sessions;

public sealed class RenewSessionTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Renew_WhetherOrNotItRenewsItself_BeginsItsTimeAnew(bool autoRenew)
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { autoRenew });
        factory.Time.Advance(TimeSpan.FromMinutes(29));

        var renewed = (await _api.RenewAsync(opened.Id())).ShouldBe(200).Json;

        renewed.EnumerateObject().Select(field => field.Name).ShouldBe(opened.EnumerateObject().Select(field => field.Name));
        renewed.Time("lastActivity").ShouldBe(factory.Time.GetUtcNow());
        renewed.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow().AddMinutes(30));
        renewed.Renewals().ShouldBe(1);
        renewed.TimeLeft().ShouldBe(30 * 60_000);
    }

    [Fact]
    public async Task Renew_AtTheLongestDuration_Returns422AndChangesNothing()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 40 });
        factory.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        (await _api.RenewAsync(opened.Id())).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40).AddMilliseconds(-1));
        factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await _api.RenewAsync(opened.Id())).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("createdAt").AddMinutes(40));
        factory.Time.Advance(TimeSpan.FromMinutes(1));

        (await _api.RenewAsync(opened.Id())).ShouldBeError(422, "SESSION_RENEWAL_FAILED").Details
            .ShouldBe($"Session with ID '{opened.Id()}' lasts as long as its maximum duration allows already");

        var session = (await _api.ReadAsync(opened.Id())).ShouldBe(200).Json;
        session.Renewals().ShouldBe(2);
        session.Time("lastActivity").ShouldBe(opened.Time("createdAt").AddMinutes(10));
    }

    [Fact]
    public async Task Renew_AfterTheLongestDurationGrew_WorksAgain()
    {
        var opened = await _api.OpenAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 30 });
        (await _api.RenewAsync(opened.Id())).ShouldBeError(422, "SESSION_RENEWAL_FAILED");
        (await _api.ChangeAsync(opened.Id(), new { maxDurationMinutes = 60 })).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("expiresAt"));
        factory.Time.Advance(TimeSpan.FromMinutes(5));

        (await _api.RenewAsync(opened.Id())).ShouldBe(200).Json.Time("expiresAt").ShouldBe(opened.Time("expiresAt").AddMinutes(5));
    }

    [Fact]
    public async Task Renew_OfAnExpiredSession_Returns410AlsoAtItsLongestDuration()
    {
        var session = await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 30, maxDurationMinutes = 30 });
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        (await _api.RenewAsync(session)).ShouldBeGone(session);
    }
}
