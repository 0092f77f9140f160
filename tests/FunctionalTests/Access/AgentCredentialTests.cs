using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Access;

/// <summary>In whose name each sort of credential may speak.</summary>
public sealed class AgentCredentialTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Submit = "/api/messaging/submit";
    private const string Grants = $"/api/agents/{Api.Eliza}/grants";

    [Fact]
    public async Task Agent_WithoutNamingAnAuthor_SpeaksAsItself()
    {
        var channel = await factory.Api.CreateChannelAsync("agent-speaks");
        var agent = await factory.AgentAsync(Api.Eliza, "messages:write");

        var message = (await agent.PostAsync(Submit, new { channel_id = channel, content = "Good day" })).ShouldBe(201).Data;

        (message.GetProperty("agentId").GetString(), message.GetProperty("authorId").GetString()).ShouldBe((Api.Eliza, Api.Eliza));
    }

    [Fact]
    public async Task Agent_InAPersonsName_NeedsThatPersonsGrant()
    {
        var channel = await factory.Api.CreateChannelAsync("granted");
        var agent = await factory.AgentAsync(Api.Eliza, "messages:write");
        var ada = await factory.UserAsync("ada");
        var body = new { channel_id = channel, author_id = "ada", content = "In her name" };

        (await agent.PostAsync(Submit, body)).ShouldBeError(403, "PERMISSION_DENIED");
        (await ada.PostAsync(Grants, new { })).ShouldBe(201).Data.GetProperty("userId").GetString().ShouldBe("ada");
        (await agent.PostAsync(Submit, body)).ShouldBe(201).Data.GetProperty("userId").GetString().ShouldBe("ada");
        (await agent.PostAsync(Submit, new { channel_id = channel, author_id = "bob", content = "Not in his" })).ShouldBeError(403, "PERMISSION_DENIED");

        (await ada.DeleteAsync(Grants)).ShouldBe(200);
        (await agent.PostAsync(Submit, body)).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Agent_WithAGrant_DoesInAPrivateChannelWhatThePersonMay()
    {
        var channel = (await factory.Api.PostAsync("/api/messaging/channels", new { name = "private-grant", isPrivate = true })).ShouldBe(201).Data.GetProperty("id").GetGuid();
        await factory.Api.JoinAsync(channel, "carol");
        await factory.Api.JoinAsync(channel, "guest-dan", "guest");
        foreach (var userId in new[] { "carol", "guest-dan", "outsider" }) (await factory.Api.PostAsync(Grants, new { userId })).ShouldBe(201);
        var agent = await factory.AgentAsync(Api.Eliza, "messages:write");

        (await agent.PostAsync(Submit, new { channel_id = channel, author_id = "carol", content = "Hi" })).ShouldBe(201);
        (await agent.PostAsync(Submit, new { channel_id = channel, author_id = "guest-dan", content = "Hi" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await agent.PostAsync(Submit, new { channel_id = channel, author_id = "outsider", content = "Hi" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await agent.PostAsync(Submit, new { channel_id = channel, content = "As myself" })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Agent_OnItsOwn_CannotGrantItself()
    {
        var agent = await factory.AgentAsync(Api.Eliza, "messages:write", "channels:write", "sessions:write");
        (await agent.PostAsync(Grants, new { userId = "victim" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await agent.PostAsync(Grants, new { })).ShouldBeError(403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Agent_WithAKeyThatOnlyReads_SeesItsGrantsAndGivesNoneUp()
    {
        (await factory.Api.PostAsync(Grants, new { userId = "frank" })).ShouldBe(201);
        var reader = await factory.AgentAsync(Api.Eliza, "messages:read");

        (await reader.GetAsync(Grants)).ShouldBe(200);
        (await reader.DeleteAsync(Grants + "/frank")).ShouldBeError(403, "PERMISSION_DENIED");
        (await (await factory.AgentAsync(Api.Eliza, "messages:write")).DeleteAsync(Grants + "/frank")).ShouldBe(200);
    }

    [Fact]
    public async Task Person_InAnothersName_Returns403()
    {
        var channel = await factory.Api.CreateChannelAsync("names");
        var ada = await factory.UserAsync("ada", "Ada Lovelace");

        foreach (var author in new[] { "bob", Api.Eliza, "ADA" })
            (await ada.PostAsync(Submit, new { channel_id = channel, author_id = author, content = "Hi" })).ShouldBeError(403, "PERMISSION_DENIED");
        (await ada.PostAsync(Submit, new { channel_id = channel, content = "Hi" })).ShouldBe(201).Data.GetProperty("userId").GetString().ShouldBe("ada");
        (await ada.PostAsync(Submit, new { channel_id = channel, author_id = "ada", content = "Hi" })).ShouldBe(201);
    }

    [Fact]
    public async Task Service_WithoutNamingAnAuthor_Returns400WithAllElseThatIsWrong()
    {
        var details = (await factory.Api.PostAsync(Submit, new { channel_id = "x" })).ShouldBeError(400, "VALIDATION_ERROR").Details;
        details.ShouldContain("Required field 'author_id' is missing");
        details.ShouldContain("'channel_id'");
        details.ShouldContain("'content'");
    }

    [Fact]
    public async Task Grant_ManagedByTheOperator_IsListedAndEndsOnce()
    {
        (await factory.Api.PostAsync(Grants, new { userId = "erin" })).ShouldBe(201);
        (await factory.Api.PostAsync(Grants, new { userId = "erin" })).ShouldBe(201);

        var listed = (await factory.Api.GetAsync(Grants + "?limit=100")).ShouldBe(200).Data.GetProperty("grants").EnumerateArray().Select(grant => grant.GetProperty("userId").GetString());
        listed.Count(user => user == "erin").ShouldBe(1);

        (await factory.Api.DeleteAsync(Grants + "/erin")).ShouldBe(200);
        (await factory.Api.DeleteAsync(Grants + "/erin")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await factory.Api.DeleteAsync(Grants)).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("'userId'");
    }

    [Fact]
    public async Task Grants_AskedForByAPerson_AreItsOwnAlone()
    {
        foreach (var userId in new[] { "grace", "heidi" }) (await factory.Api.PostAsync(Grants, new { userId })).ShouldBe(201);

        var data = (await (await factory.UserAsync("grace")).GetAsync(Grants)).ShouldBe(200).Data;

        data.GetProperty("grants").EnumerateArray().Select(grant => grant.GetProperty("userId").GetString()).ShouldBe(["grace"]);
        data.GetProperty("pagination").GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Grant_OfNonsense_IsRefused()
    {
        (await factory.Api.PostAsync(Grants, new { userId = "no id" })).ShouldBeError(400, "VALIDATION_ERROR");
        (await factory.Api.PostAsync(Grants, new { })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("Required field 'userId' is missing");
        (await factory.Api.PostAsync(Grants, new { userId = Api.Eliza })).ShouldBeError(400, "VALIDATION_ERROR").Details.ShouldContain("must be a person's id");
        (await factory.Api.PostAsync("/api/agents/nobody/grants", new { userId = "ada" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await factory.Api.PostAsync("/api/agents/%20/grants", new { userId = "ada" })).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }
}
