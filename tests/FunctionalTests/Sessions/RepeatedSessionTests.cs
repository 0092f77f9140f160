using Eliza.Domain.Common;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using static Eliza.FunctionalTests.Sessions.SessionApi;

namespace Eliza.FunctionalTests.Sessions;

/// <summary>The same request for a session again, under its key.</summary>
public sealed class RepeatedSessionTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Create_AHundredTimesAtOnceUnderAKey_OpensOneSessionWithOneChannel()
    {
        var user = $"{Guid.NewGuid()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _api.PostAsync(Root, new { agentId = Api.Eliza, userId = user }, "hundred")));

        answers.Select(answer => (answer.Status, answer.Text)).Distinct().ShouldHaveSingleItem().Status.ShouldBe(201);
        answers.Count(answer => !answer.WasReplayed).ShouldBe(1);
        (await factory.QueryAsync(db => db.Sessions.CountAsync(session => session.UserId == ActorId.From(user)))).ShouldBe(1);
        (await factory.QueryAsync(db => db.Channels.CountAsync(channel => channel.Participants.Any(participant => participant.ActorId == ActorId.From(user))))).ShouldBe(1);
    }

    [Fact]
    public async Task Create_WithOtherContentsUnderTheKey_Returns422AndOpensNothing()
    {
        var user = $"{Guid.NewGuid()}";
        (await _api.PostAsync(Root, new { agentId = Api.Eliza, userId = user }, "mismatch")).ShouldBe(201);

        foreach (var body in new object[]
        {
            new { agentId = Api.Eliza, userId = user, metadata = new { } }, new { agentId = Api.Eliza, userId = user, timeoutConfig = new { timeoutMinutes = 30 } },
            new { agentId = Api.Eliza, userId = Ada },
        })
            (await _api.PostAsync(Root, body, "mismatch")).ShouldBeError(422, "IDEMPOTENCY_KEY_REUSED");

        (await factory.QueryAsync(db => db.Sessions.CountAsync(session => session.UserId == ActorId.From(user)))).ShouldBe(1);
    }

    [Fact]
    public async Task Create_AgainAfterTheSessionEnded_AnswersAsAtFirst()
    {
        var body = new { agentId = Api.Eliza, userId = Ada, messageId = "ended" };
        var first = (await _api.PostAsync(Root, body)).ShouldBe(201);
        (await _api.EndAsync(first.Json.Id())).ShouldBe(200);

        var again = await _api.PostAsync(Root, body);

        (again.WasReplayed, again.Status, again.Text).ShouldBe((true, 201, first.Text));
        (await _api.ReadAsync(first.Json.Id())).ShouldBeUnknown($"{first.Json.Id()}");
    }

    [Fact]
    public async Task Create_ADayLaterUnderTheKey_OpensAnother()
    {
        var body = new { agentId = Api.Eliza, userId = Ada };
        var first = (await _api.PostAsync(Root, body, "a-day")).ShouldBe(201);
        factory.Time.Advance(TimeSpan.FromHours(24));

        var next = (await _api.PostAsync(Root, body, "a-day")).ShouldBe(201);

        next.WasReplayed.ShouldBeFalse();
        next.Json.Id().ShouldNotBe(first.Json.Id());
    }

    [Fact]
    public async Task Create_ByAnotherCallerUnderTheKey_OpensAnother()
    {
        var body = new { agentId = Api.Eliza, userId = Ada };
        var first = (await _api.PostAsync(Root, body, "shared")).ShouldBe(201);

        var other = (await (await factory.UserAsync(Ada)).PostAsync(Root, body, "shared")).ShouldBe(201);

        other.Json.Id().ShouldNotBe(first.Json.Id());
    }

    [Fact]
    public async Task Create_ThatFailed_BurnsNoKey()
    {
        (await _api.PostAsync(Root, new { agentId = Guid.Empty, userId = Ada }, "failed")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
        (await _api.PostAsync(Root, new { agentId = "x", userId = Ada }, "failed")).ShouldBeError(400, "VALIDATION_ERROR");
        (await _api.PostAsync(Root, new { agentId = Api.Eliza, userId = Ada }, "failed")).ShouldBe(201).WasReplayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Create_WithTwoKeys_OpensTwo()
    {
        var body = new { agentId = Api.Eliza, userId = Ada };
        var ids = new[] { await _api.PostAsync(Root, body, "one"), await _api.PostAsync(Root, body, "two") }.Select(answer => answer.ShouldBe(201).Json.Id());
        ids.Distinct().Count().ShouldBe(2);
    }
}
