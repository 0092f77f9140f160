using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class CallerTests
{
    private static readonly Guid OtherKey = new("4e700000-0000-7000-8000-000000000002");

    private static readonly Scopes[] All = [.. Enum.GetValues<Scopes>().Where(scope => scope is not Scopes.None)];

    [Fact]
    public void May_WhenOfAnyScopes_AllowsThoseAndAnAdminAll()
    {
        for (var set = 0; set < 128; set++)
        {
            var caller = Callers.Service((Scopes)set);
            foreach (var scope in All)
                caller.May(scope).ShouldBe(caller.Scopes.HasFlag(scope) || caller.Scopes.HasFlag(Scopes.Admin), $"{caller.Scopes} for {scope}");
        }
    }

    [Fact]
    public void Service_WhenMade_IsItsKeyAndNobodyItself()
    {
        var caller = Caller.Service(Callers.KeyId, "back end", Scopes.MessagesRead, 7);

        (caller.Kind, caller.Id, caller.Name, caller.Actor).ShouldBe((CallerKind.Service, $"key:{Callers.KeyId}", "back end", null));
        (caller.KeyId, caller.RequestsPerMinute, caller.DisplayName, caller.IsTrusted).ShouldBe((Callers.KeyId, 7, null, true));
        caller.Id.ShouldNotBe(Caller.Service(OtherKey, "back end", Scopes.MessagesRead).Id);
    }

    [Fact]
    public void Agent_WhenOfAnyOfItsKeys_IsTheSameCaller()
    {
        var caller = Caller.Agent(Callers.KeyId, "one", Ids.Eliza, Scopes.MessagesRead, 7);

        (caller.Kind, caller.Id, caller.Name, caller.Actor).ShouldBe((CallerKind.Agent, $"agent:{Ids.Eliza}", "one", Ids.Eliza));
        (caller.KeyId, caller.RequestsPerMinute, caller.DisplayName, caller.IsTrusted).ShouldBe((Callers.KeyId, 7, null, false));
        Caller.Agent(OtherKey, "two", Ids.Eliza, Scopes.MessagesWrite).Id.ShouldBe(caller.Id);
    }

    [Fact]
    public void User_WhenOfAnyOfItsTokens_IsTheSameCallerWithWhatPeopleMay()
    {
        var caller = Caller.User(Ids.Ada, DisplayName.From("Ada Lovelace"));

        (caller.Kind, caller.Id, caller.Name, caller.Actor).ShouldBe((CallerKind.User, "user:ada", "ada", Ids.Ada));
        (caller.KeyId, caller.RequestsPerMinute, caller.DisplayName!.Value, caller.IsTrusted).ShouldBe((null, null, "Ada Lovelace", false));
        caller.Scopes.Names().ShouldBe(["messages:read", "messages:write", "channels:write", "sessions:write"]);
        Caller.User(Ids.Ada).Id.ShouldBe(caller.Id);
    }

    [Fact]
    public void Id_WhenAPersonHasTheIdOfAnAgentOrAKey_Differs()
    {
        string[] ids =
        [
            Caller.User(Ids.Eliza).Id,
            Caller.Agent(Callers.KeyId, "key", Ids.Eliza, Scopes.None).Id,
            Caller.User(ActorId.From(Callers.KeyId.ToString())).Id,
            Callers.Operator.Id,
            Caller.User(ActorId.From(Callers.Operator.Id)).Id,
        ];

        ids.ShouldBeUnique();
    }
}
