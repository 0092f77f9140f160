using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>When a session is there, when it is over, and when nobody knows of it any more.</summary>
public sealed class SessionLifetimeTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Get_WhileItLasts_AnswersTheSessionAndIsNoActivity()
    {
        var opened = await _api.OpenAsync(metadata: new { platform = "web" });
        factory.Time.Advance(TimeSpan.FromMinutes(10));

        var session = (await _api.ReadAsync(opened.Id())).ShouldBe(200).Json;

        session.TimeLeft().ShouldBe(20 * 60_000);
        session.Renewals().ShouldBe(0);
        foreach (var field in opened.EnumerateObject().Where(field => field.Name != "timeRemaining"))
            session.GetProperty(field.Name).GetRawText().ShouldBe(field.Value.GetRawText(), field.Name);
    }

    [Fact]
    public async Task Get_WithTheIdInCapitals_IsTheSame()
    {
        var session = await _api.OpenIdAsync();
        (await _api.GetAsync($"{Root}/{$"{session}".ToUpperInvariant()}")).ShouldBe(200).Json.Id().ShouldBe(session);
    }

    [Fact]
    public async Task Session_ToTheInstantOfItsEnd_IsThereAndThenGone()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(30) - Instant);
        (await _api.ReadAsync(session)).ShouldBe(200).Json.TimeLeft().ShouldBe(1);

        factory.Time.Advance(Instant);

        foreach (var answer in await EverythingAsync(session)) answer.ShouldBeGone(session);
    }

    [Fact]
    public async Task Session_ThatExpired_IsGoneForADayToTheInstantAndThenUnknown()
    {
        var session = await _api.OpenAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session.Id()));
        factory.Time.Advance(session.Time("expiresAt") + TimeSpan.FromHours(24) - Instant - factory.Time.GetUtcNow());
        foreach (var answer in await EverythingAsync(session.Id())) answer.ShouldBeGone(session.Id());

        factory.Time.Advance(Instant);

        foreach (var answer in await EverythingAsync(session.Id())) answer.ShouldBeUnknown($"{session.Id()}");
        (await _api.EndAsync(session.Id())).ShouldBeUnknown($"{session.Id()}");
        factory.Told.EndsOf(session.Id()).ShouldBe(1);
    }

    [Fact]
    public async Task Session_ThatWasEndedByTimesThatWereOver_IsGoneForADayFromThen()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(20));
        var ended = (await _api.ChangeAsync(session, new { timeoutMinutes = 10 })).ShouldBe(200).Json;
        ended.Time("expiresAt").ShouldBe(factory.Time.GetUtcNow());
        ended.TimeLeft().ShouldBe(0);

        (await _api.ReadAsync(session)).ShouldBeGone(session);
        factory.Time.Advance(TimeSpan.FromHours(24) - Instant);
        (await _api.ReadAsync(session)).ShouldBeGone(session);
        factory.Time.Advance(Instant);
        (await _api.ReadAsync(session)).ShouldBeUnknown($"{session}");
    }

    [Fact]
    public async Task Session_ThatIsForgotten_LeavesItsMessagesAlone()
    {
        var session = await _api.OpenAsync();
        await _api.SubmitAsync(session.Channel(), "Hello", Ada);
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        await factory.InTimeAsync(factory.Told.WaitForEndAsync(session.Id()));
        factory.Time.Advance(TimeSpan.FromHours(25));

        (await _api.ReadAsync(session.Id())).ShouldBeUnknown($"{session.Id()}");
        (await _api.HistoryAsync(session.Channel()))[0].Text("text").ShouldBe("Hello");
    }

    [Theory]
    [InlineData("no-uuid")]
    [InlineData("00000000-0000-7000-8000-000000000000")]
    [InlineData("%7B00000000-0000-7000-8000-000000000000%7D")]
    [InlineData("healthy")]
    public async Task Session_ThatNeverWas_IsUnknownUnderItsNameAsWritten(string id)
    {
        foreach (var (method, part, body) in new[]
        {
            ("GET", "", null), ("DELETE", "", null), ("POST", "/renew", null), ("POST", "/heartbeat", null), ("PATCH", "/timeout", System.Net.Http.Json.JsonContent.Create(new { })),
        })
            (await _api.SendAsync(new HttpMethod(method), $"{Root}/{id}{part}", body)).ShouldBeUnknown(Uri.UnescapeDataString(id));
    }

    [Fact]
    public async Task Session_WhoseChannelIsDeleted_IsUnknown()
    {
        var session = await _api.OpenAsync();
        (await _api.DeleteAsync($"/api/messaging/channels/{session.Channel()}")).ShouldBe(200);
        (await _api.ReadAsync(session.Id())).ShouldBeUnknown($"{session.Id()}");
    }

    /// <summary>All that asks for a living session.</summary>
    private async Task<IReadOnlyList<Answer>> EverythingAsync(Guid session) =>
    [
        await _api.ReadAsync(session), await _api.BeatAsync(session), await _api.RenewAsync(session), await _api.ChangeAsync(session, new { timeoutMinutes = 60 }),
        await _api.ReadAsync(session),
    ];
}
