using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Agents;

public sealed class CreateAgentTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task CreateAgent_WithAllThatWeKnow_GivesItBackUnderEveryName()
    {
        var created = (await _api.PostAsync("/api/agents", new
        {
            id = "parry-1",
            name = "Parry",
            kind = "remote",
            replyPolicy = "always",
            settings = new { system = "You are Parry.", model = "m", maxTokens = 7, temperature = 0.5, historyLength = 3, timeoutSeconds = 9, cacheReplies = true, voice = "low" },
            bio = new[] { "A clerk", "at the races" },
            metadata = new { team = "a" },
            topics = new[] { "horses" },
        })).ShouldBe(201).Data;

        foreach (var agent in new[] { created, created.GetProperty("character"), created.GetProperty("agent"), (await GetAsync("parry-1")).GetProperty("character"), await GetAsync("parry-1") })
        {
            (agent.Text("id"), agent.Text("name"), agent.Text("kind"), agent.Text("status"), agent.Text("replyPolicy"), agent.Text("system"))
                .ShouldBe(("parry-1", "Parry", "remote", "active", "always", "You are Parry."));
            agent.GetProperty("enabled").GetBoolean().ShouldBeTrue();
            agent.GetProperty("bio").GetRawText().ShouldBe("""["A clerk","at the races"]""");
            agent.GetProperty("metadata").Text("team").ShouldBe("a");
            agent.GetProperty("topics")[0].GetString().ShouldBe("horses");
            agent.TryGetProperty("webhookSecret", out _).ShouldBeFalse();
            var settings = agent.GetProperty("settings");
            (settings.GetProperty("maxTokens").GetInt32(), settings.GetProperty("temperature").GetDouble(), settings.GetProperty("historyLength").GetInt32(), settings.Text("voice"))
                .ShouldBe((7, 0.5, 3, "low"));
            agent.GetProperty("createdAt").GetInt64().ShouldBe(agent.GetProperty("updatedAt").GetInt64());
        }
        (await _api.GetAsync("/api/agents?limit=100")).Data.GetProperty("agents").EnumerateArray().ShouldContain(agent => agent.Text("id") == "parry-1");
    }

    [Theory]
    [InlineData("""{"characterJson":{"name":"Ada","bio":"Bio","system":"Be kind.","settings":{"model":"m","secrets":{"KEY":"hush"}},"style":{"all":["brief"]},"secrets":{"k":"hush"}}}""")]
    [InlineData("""{"agent":{"name":"Ada","bio":"Bio","system":"Be kind.","settings":{"model":"m"},"style":{"all":["brief"]},"enabled":true,"status":"inactive","createdAt":1,"updatedAt":2}}""")]
    [InlineData("""{"character_json":{"name":"Ada","bio":"Bio","settings":{"system":"Be kind."},"style":{"all":["brief"]}},"name":"Other","settings":{"model":"m"}}""")]
    public async Task CreateAgent_AsTheReferenceHasIt_KeepsTheCharacterButNoSecrets(string body)
    {
        var created = (await _api.PostRawAsync("/api/agents", body)).ShouldBe(201);

        created.Text.ShouldNotContain("hush");
        var agent = created.Data;
        Guid.TryParse(agent.Text("id"), out _).ShouldBeTrue();
        (agent.Text("name"), agent.Text("kind"), agent.Text("status"), agent.Text("bio"), agent.Text("system")).ShouldBe(("Ada", "eliza", "active", "Bio", "Be kind."));
        agent.GetProperty("settings").Text("model").ShouldBe("m");
        agent.GetProperty("style").GetRawText().ShouldBe("""{"all":["brief"]}""");
        (await GetAsync(agent.Text("id"))).GetProperty("createdAt").GetInt64().ShouldBeGreaterThan(1_000_000);
    }

    [Fact]
    public async Task CreateAgent_WithAWebhook_ShowsTheSecretOnceAndTheUrlToManagersOnly()
    {
        var created = (await _api.PostAsync("/api/agents", new { name = "Hook", settings = new { webhook_url = "https://hooks.example/x?key=1" } }, "hook-1")).ShouldBe(201);
        var again = (await _api.PostAsync("/api/agents", new { name = "Hook", settings = new { webhook_url = "https://hooks.example/x?key=1" } }, "hook-1")).ShouldBe(201);

        var id = created.Data.Text("id");
        created.Data.Text("kind").ShouldBe("webhook");
        created.Data.Text("webhookSecret").ShouldMatch("^whsec_[A-Za-z0-9]{40}$");
        created.Data.GetProperty("character").Text("webhookSecret").ShouldBe(created.Data.Text("webhookSecret"));
        again.WasReplayed.ShouldBeTrue();
        again.Text.ShouldBe(created.Text);
        (await GetAsync(id)).GetProperty("settings").Text("webhookUrl").ShouldBe("https://hooks.example/x?key=1");
        foreach (var path in new[] { "/api/agents?limit=100", $"/api/agents/{id}" })
        {
            (await _api.GetAsync(path)).Text.ShouldNotContain("whsec_");
            (await (await factory.UserAsync("ada")).GetAsync(path)).ShouldBe(200).Text.ShouldNotContain("hooks.example");
        }
        var channel = await _api.CreateChannelWithAsync(id);
        (await _api.GetAsync($"/api/messaging/channels/{channel}/agents")).ShouldBe(200).Text.ShouldNotContain("hooks.example");

        var rotated = (await AgentApi.PostAsync(_api, $"/api/agents/{id}/rotate-secret")).ShouldBe(200).Data.Text("webhookSecret");
        rotated.ShouldMatch("^whsec_[A-Za-z0-9]{40}$");
        rotated.ShouldNotBe(created.Data.Text("webhookSecret"));
    }

    [Fact]
    public async Task CreateAgent_WithInstructionsAndACredentialAmongItsSettings_ShowsThemToManagersAndItselfAlone()
    {
        var settings = new Dictionary<string, object> { ["OPENAI_API_KEY"] = "sk-hush", ["model"] = "m" };
        var id = (await _api.PostAsync("/api/agents", new { name = "Told", kind = "remote", system = "Never name the price.", bio = "Sells books", settings })).ShouldBe(201).Data.Text("id");
        var channel = await _api.CreateChannelWithAsync(id);
        (await _api.PostAsync("/api/messaging/servers/00000000-0000-0000-0000-000000000000/agents", new { agentId = id })).ShouldBe(200);
        var other = await _api.CreateKeyAsync(new { name = "other", kind = "agent", agentId = Api.Eliza, scopes = new[] { "messages:read" } });
        var own = await _api.CreateKeyAsync(new { name = "own", kind = "agent", agentId = id, scopes = new[] { "messages:read" } });
        var server = "/api/messaging/servers/00000000-0000-0000-0000-000000000000/agents?limit=100";

        foreach (var stranger in new[] { await factory.UserAsync("ada"), new Api(factory.CreateAuthorizedClient(other)) })
        {
            foreach (var path in new[] { $"/api/agents/{id}", "/api/agents?limit=100", $"/api/messaging/channels/{channel}/agents", server })
            {
                var answer = (await stranger.GetAsync(path)).ShouldBe(200);
                answer.Text.ShouldContain("Sells books", customMessage: path);
                answer.Text.ShouldNotContain("hush", customMessage: path);
                answer.Text.ShouldNotContain("OPENAI_API_KEY", customMessage: path);
                answer.Text.ShouldNotContain("Never name", customMessage: path);
            }
        }
        foreach (var insider in new[] { _api, new Api(factory.CreateAuthorizedClient(own)) })
        {
            var agent = (await insider.GetAsync($"/api/agents/{id}")).ShouldBe(200).Data;
            (agent.Text("system"), agent.GetProperty("settings").Text("system"), agent.GetProperty("settings").Text("OPENAI_API_KEY"))
                .ShouldBe(("Never name the price.", "Never name the price.", "sk-hush"));
        }
        (await _api.GetAsync("/api/agents?limit=100")).Text.ShouldContain("Never name the price.");
    }

    [Theory]
    [InlineData("""{}""", "Required field 'name' is missing")]
    [InlineData("""{"name":" "}""", "Field 'name' must not be empty")]
    [InlineData("""{"name":7}""", "Field 'name' must be a string")]
    [InlineData("""{"name":"A","id":"a b"}""", "Field 'id' must be 1 to 128")]
    [InlineData("""{"name":"A","kind":"robot"}""", "Field 'kind' must be one of eliza, llm, webhook, remote")]
    [InlineData("""{"name":"A","reply_policy":"never"}""", "Field 'reply_policy' must be one of mention, always")]
    [InlineData("""{"name":"A","kind":"webhook"}""", "Field 'settings' must have a webhookUrl")]
    [InlineData("""{"name":"A","kind":"webhook","settings":{}}""", "Field 'settings.webhookUrl' is required for agents of the kind webhook")]
    [InlineData("""{"name":"A","settings":{"webhookUrl":"ftp://x.example"}}""", "Field 'settings.webhookUrl' must be an absolute http or https URL")]
    [InlineData("""{"name":"A","settings":{"webhookUrl":"https://u:p@x.example"}}""", "Field 'settings.webhookUrl' must be an absolute http or https URL")]
    [InlineData("""{"name":"A","settings":{"webhookUrl":"/local"}}""", "Field 'settings.webhookUrl' must be an absolute http or https URL")]
    [InlineData("""{"name":"A","settings":{"temperature":2.5}}""", "Field 'settings.temperature' must be from 0 to 2")]
    [InlineData("""{"name":"A","settings":{"temperature":"hot"}}""", "Field 'settings.temperature' must be a number")]
    [InlineData("""{"name":"A","settings":{"max_tokens":0}}""", "Field 'settings.max_tokens' must be from 1 to 128000")]
    [InlineData("""{"name":"A","settings":{"maxTokens":1.5}}""", "Field 'settings.maxTokens' must be a whole number")]
    [InlineData("""{"name":"A","settings":{"historyLength":101}}""", "Field 'settings.historyLength' must be from 0 to 100")]
    [InlineData("""{"name":"A","settings":{"timeoutSeconds":3601}}""", "Field 'settings.timeoutSeconds' must be from 1 to 3600")]
    [InlineData("""{"name":"A","bio":7}""", "must have a bio that is a text or a list of texts")]
    [InlineData("""{"name":"A","metadata":{"a b":1}}""", "must have keys of letters")]
    [InlineData("""{"characterPath":"/etc/passwd","name":"A"}""", "Field 'characterPath' is not supported")]
    public async Task CreateAgent_WhenInvalid_Returns400(string body, string details) =>
        (await _api.PostRawAsync("/api/agents", body)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain(details);

    [Fact]
    public async Task CreateAgent_WhenTheCharacterIsTooLarge_Returns400() =>
        (await _api.PostAsync("/api/agents", new { name = "A", lore = new string('x', 17_000) })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("16 KB");

    [Fact]
    public async Task CreateAgent_WhenTheIdIsTaken_Returns409()
    {
        (await _api.PostAsync("/api/agents", new { id = Api.Eliza.ToUpperInvariant(), name = "Second" })).ShouldBeError(409, "CONFLICT");
        var channel = await _api.CreateChannelAsync("persons-id");
        await _api.JoinAsync(channel, "grace");
        (await _api.PostAsync("/api/agents", new { id = "grace", name = "Grace" })).ShouldBeError(409, "CONFLICT").Details.ShouldContain("grace");
    }

    [Fact]
    public async Task CreateAgent_WhenFortyWantOneId_LetsOneHaveIt()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => _api.PostAsync("/api/agents", new { id = "raced", name = $"Racer {i}" })));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 201)) answer.ShouldBeError(409, "CONFLICT");
    }

    private async Task<JsonElement> GetAsync(string id) => (await _api.GetAsync($"/api/agents/{id}")).ShouldBe(200).Data;
}
