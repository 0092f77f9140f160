using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Health;

[Trait("Database", "Sqlite")]
public sealed class OperationTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    [Fact]
    public async Task Hello_WithACredential_Greets()
    {
        var answer = (await factory.Api.GetAsync("/api/server/hello")).ShouldBe(200);
        answer.Json.GetProperty("message").GetString().ShouldBe("Hello World!");
        answer.Data.GetProperty("message").GetString().ShouldBe("Hello World!");
    }

    [Theory]
    [InlineData("/api/server/servers")]
    [InlineData("/api/server/debug/servers")]
    public async Task Servers_ForAnAdmin_TellsWhatRunsAndNothingOfTheEnvironment(string path)
    {
        var answer = (await factory.Api.GetAsync(path)).ShouldBe(200);

        var server = answer.Json.GetProperty("servers")[0];
        server.GetProperty("id").GetGuid().ShouldBe(Guid.Empty);
        server.GetProperty("status").GetString().ShouldBe("active");
        server.GetProperty("agents").EnumerateArray().Select(agent => agent.GetString()).ShouldBe([Api.Eliza]);
        var runtime = answer.Data.GetProperty("runtime");
        runtime.GetProperty("agents")[0].GetRawText().ShouldBe($$"""{"id":"{{Api.Eliza}}","name":"Eliza","status":"active"}""");
        runtime.GetProperty("connections").GetInt32().ShouldBeGreaterThan(0);
        runtime.GetProperty("uptime").GetDouble().ShouldBeGreaterThan(0);
        ShouldBeMemory(runtime.GetProperty("memory"));
        answer.Data.GetProperty("environment").EnumerateObject().ShouldBeEmpty();
        answer.Text.ShouldNotContain(ApiFactory.Key);
    }

    [Fact]
    public async Task Status_WithACredential_TellsAgentsMemoryAndUptime()
    {
        var answer = (await factory.Api.GetAsync("/api/server/status")).ShouldBe(200).Data;
        answer.GetProperty("agents").GetRawText().ShouldBe("""{"total":1,"active":1,"inactive":0}""");
        answer.GetProperty("uptime").GetDouble().ShouldBeGreaterThan(0);
        answer.GetProperty("version").GetString()!.ShouldMatch(@"^\d+\.\d+\.\d+$");
        ShouldBeMemory(answer.GetProperty("memory"));
    }

    [Fact]
    public async Task Health_ForTheReferencesClient_TellsChecksAndUptime()
    {
        var answer = (await factory.Anonymous.GetAsync("/api/server/health")).ShouldBe(200).Data;
        answer.GetProperty("checks").GetRawText().ShouldBe("""{"agents":{"status":"pass"},"database":{"status":"pass"}}""");
        answer.GetProperty("uptime").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Stop_ByWhoMayNot_IsRefused()
    {
        var before = factory.Stop.Requests;
        (await factory.Anonymous.PostRawAsync("/api/server/stop", "")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await (await factory.ServiceAsync("messages:write", "channels:write", "agents:write")).PostRawAsync("/api/server/stop", "")).ShouldBeError(403, "PERMISSION_DENIED");
        factory.Stop.Requests.ShouldBe(before);
        (await factory.Api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);
        factory.Stop.Requests.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Stop_ByAnAdmin_AnswersAndEndsTheProcessInOrder()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Auth__BootstrapApiKey"] = ApiFactory.Key });
        var api = server.CreateApi(ApiFactory.Key);
        await api.CreateChannelAsync("before-the-end");

        var answer = (await api.PostRawAsync("/api/server/stop", "")).ShouldBe(200);

        answer.Text.ShouldBe("""{"success":true,"message":"Server stopping...","stopping":true,"data":{"success":true,"message":"Server stopping...","stopping":true}}""");
        (await server.WaitForExitAsync()).ShouldBe(0, server.Output);
    }

    private static void ShouldBeMemory(JsonElement memory)
    {
        memory.GetProperty("used").GetInt64().ShouldBeGreaterThan(1_000_000);
        memory.GetProperty("total").GetInt64().ShouldBeGreaterThan(1_000_000);
        memory.GetProperty("percentage").GetDouble().ShouldBeInRange(0.1, 1000);
    }
}
