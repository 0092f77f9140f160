using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

public sealed class EndSessionTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task End_OfALivingSession_SaysSoBareAndLeavesNothing()
    {
        var session = await _api.OpenIdAsync();

        (await _api.EndAsync(session)).ShouldBe(200).Text.ShouldBe("""{"message":"Session ended successfully"}""");

        (await _api.ReadAsync(session)).ShouldBeUnknown($"{session}");
        (await _api.BeatAsync(session)).ShouldBeUnknown($"{session}");
        (await _api.EndAsync(session)).ShouldBeUnknown($"{session}");
    }

    [Fact]
    public async Task End_OfASession_LeavesWhatWasSaid()
    {
        var session = await _api.OpenAsync();
        await _api.SubmitAsync(session.Channel(), "Hello", Ada);

        (await _api.EndAsync(session.Id())).ShouldBe(200);

        (await _api.HistoryAsync(session.Channel()))[0].Text("text").ShouldBe("Hello");
    }

    [Fact]
    public async Task End_OfAnExpiredSession_TakesItAway()
    {
        var session = await _api.OpenIdAsync();
        factory.Time.Advance(TimeSpan.FromMinutes(30));
        (await _api.ReadAsync(session)).ShouldBeGone(session);

        (await _api.EndAsync(session)).ShouldBe(200);

        (await _api.ReadAsync(session)).ShouldBeUnknown($"{session}");
    }
}
