using Eliza.FunctionalTests.Agents;
using Eliza.FunctionalTests.Fixtures;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>What is checked first (contract: Order of checks): 401, then 400, then 404 and 410, then 403, then the rest.</summary>
public sealed class SessionOrderTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly object Wrong = new { timeoutMinutes = 0 };

    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Credential_ThatIsMissing_GoesBeforeEverything()
    {
        foreach (var caller in new[] { factory.Anonymous, factory.WithCredential("eliza_service_wrong") })
        {
            (await caller.PostRawAsync(Root, "{")).ShouldBeError(401, "AUTHENTICATION_FAILED").Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
            (await caller.ChangeAsync(Guid.Empty, Wrong)).ShouldBeError(401, "AUTHENTICATION_FAILED");
            (await caller.GetAsync($"{Root}/no-uuid")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        }
    }

    [Fact]
    public async Task Body_ThatIsWrong_GoesBeforeExistenceAndRights()
    {
        var stranger = await factory.UserAsync("stranger");
        (await stranger.PostAsync(Root, new { agentId = Guid.Empty, userId = Ada, timeoutConfig = Wrong })).ShouldBeError(400, "VALIDATION_ERROR");
        (await stranger.ChangeAsync(Guid.Empty, Wrong)).ShouldBeError(400, "VALIDATION_ERROR");
        (await stranger.ChangeAsync(await _api.OpenIdAsync(), Wrong)).ShouldBeError(400, "VALIDATION_ERROR");
        (await stranger.PatchRawAsync($"{Root}/{Guid.Empty}/timeout", """{"timeoutMinutes":10,"timeoutMinutes":10}""")).ShouldBeError(400, "VALIDATION_ERROR");
        (await stranger.PostRawAsync(Root, "{}", "text/plain")).ShouldBeError(415, "UNSUPPORTED_MEDIA_TYPE");
        (await stranger.GetAsync($"{Root}?limit=0")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Fact]
    public async Task Agent_ThatIsNotThere_GoesBeforeRightsAndRightsBeforeItsState()
    {
        var stranger = await factory.UserAsync("stranger");
        (await stranger.PostAsync(Root, new { agentId = Guid.Empty, userId = Ada })).ShouldBeError(404, "RESOURCE_NOT_FOUND");

        var agent = await _api.CreateAgentAsync("eliza", "Idle");
        (await _api.PostAsync($"/api/agents/{agent}/stop")).ShouldBe(200);
        (await stranger.PostAsync(Root, new { agentId = agent, userId = Ada })).ShouldBeError(403, "PERMISSION_DENIED");
        (await _api.PostAsync(Root, new { agentId = agent, userId = Ada })).ShouldBeError(409, "CONFLICT");
    }

    [Fact]
    public async Task Session_ThatIsOverOrAway_IsToldToStrangersToo()
    {
        var (deleted, expired) = (await _api.OpenIdAsync(), await _api.OpenIdAsync(timeoutConfig: new { timeoutMinutes = 5 }));
        (await _api.EndAsync(deleted)).ShouldBe(200);
        factory.Time.Advance(TimeSpan.FromMinutes(5));
        var living = await _api.OpenIdAsync();
        var stranger = await factory.UserAsync("stranger");

        foreach (var call in new Func<Guid, Task<Answer>>[] { stranger.ReadAsync, stranger.BeatAsync, stranger.RenewAsync, session => stranger.ChangeAsync(session, new { }) })
        {
            (await call(deleted)).ShouldBeUnknown($"{deleted}");
            (await call(expired)).ShouldBeGone(expired);
            (await call(living)).ShouldBeError(403, "PERMISSION_DENIED");
        }
        (await stranger.EndAsync(deleted)).ShouldBeUnknown($"{deleted}");
        (await stranger.EndAsync(expired)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Theory]
    [InlineData("PUT", "")]
    [InlineData("PATCH", "/health")]
    [InlineData("GET", "/00000000-0000-7000-8000-000000000000/renew")]
    [InlineData("POST", "/00000000-0000-7000-8000-000000000000/timeout")]
    public async Task Method_ThatThereIsNot_Returns405InTheEnvelope(string method, string part) =>
        (await _api.SendAsync(new HttpMethod(method), Root + part, null)).ShouldBeError(405, "METHOD_NOT_ALLOWED").Headers.ContainsKey("Allow").ShouldBeTrue();
}
