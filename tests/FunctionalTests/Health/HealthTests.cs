using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Health;

public sealed class HealthTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    [Fact]
    public async Task Ping_WithoutCredential_AnswersBareAndWrapped()
    {
        var answer = (await factory.Anonymous.GetAsync("/api/server/ping")).ShouldBe(200);
        foreach (var pong in new[] { answer.Json, answer.Data })
        {
            pong.GetProperty("pong").GetBoolean().ShouldBeTrue();
            pong.GetProperty("timestamp").GetInt64().ShouldBeGreaterThan(1_700_000_000_000);
        }
        answer.Json.GetProperty("success").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/server/health")]
    [InlineData("/health")]
    public async Task Health_WithoutCredential_NamesEachDependency(string path)
    {
        var answer = (await factory.Anonymous.GetAsync(path)).ShouldBe(200).Json;
        answer.GetProperty("status").GetString().ShouldBe("OK");
        answer.GetProperty("version").GetString()!.ShouldMatch(@"^\d+\.\d+\.\d+$");
        answer.GetProperty("timestamp").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        answer.GetProperty("dependencies").GetRawText().ShouldBe("""{"agents":"healthy","database":"healthy"}""");
    }

    [Fact]
    public async Task Live_WithoutCredential_IsAlive()
    {
        var answer = (await factory.Anonymous.GetAsync("/health/live")).ShouldBe(200);
        answer.Json.GetProperty("status").GetString().ShouldBe("alive");
        answer.Data.GetProperty("status").GetString().ShouldBe("alive");
    }

    [Fact]
    public async Task Ready_WhenAllWorks_NamesEachDependency()
    {
        var answer = (await factory.Anonymous.GetAsync("/health/ready")).ShouldBe(200);
        answer.Json.GetProperty("status").GetString().ShouldBe("ready");
        answer.Data.GetProperty("dependencies").GetRawText().ShouldBe("""{"agents":"healthy","database":"healthy"}""");
    }

    [Fact]
    public async Task Status_WithCredential_CountsTheAgents()
    {
        var answer = (await factory.Api.GetAsync("/api/server/status")).ShouldBe(200);
        answer.Json.GetProperty("status").GetString().ShouldBe("ok");
        answer.Json.GetProperty("agentCount").GetInt32().ShouldBe(1);
        answer.Data.GetProperty("agentCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task ListAgents_ShowsEliza()
    {
        var data = (await factory.Api.GetAsync("/api/agents")).ShouldBe(200).Data;
        var agent = data.GetProperty("agents").EnumerateArray().Single();
        agent.GetProperty("id").GetString().ShouldBe(Api.Eliza);
        agent.GetProperty("name").GetString().ShouldBe("Eliza");
        agent.GetProperty("status").GetString().ShouldBe("active");
        agent.GetProperty("kind").GetString().ShouldBe("eliza");
        (await factory.Api.GetAsync("/api/agents?limit=0")).ShouldBeError(400, "VALIDATION_ERROR");
    }

    [Theory]
    [InlineData("/api/messaging/servers", null)]
    [InlineData("/api/messaging/central-servers", null)]
    [InlineData("/api/messaging/message-servers", "messageServers")]
    [InlineData("/api/messaging/message-servers", "servers")]
    public async Task ListServers_UnderAnyPath_ShowsTheDefaultServer(string path, string? name)
    {
        var answer = (await factory.Api.GetAsync(path)).ShouldBe(200);
        var first = (name is null ? answer.Data : answer.Data.GetProperty(name))[0];
        first.GetProperty("id").GetGuid().ShouldBe(Guid.Empty);
        first.GetProperty("name").GetString().ShouldBe("Default Server");
        (await factory.Api.GetAsync($"{path}?offset=-1")).ShouldBeError(400, "VALIDATION_ERROR");
    }
}
