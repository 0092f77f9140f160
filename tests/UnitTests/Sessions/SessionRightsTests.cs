using Eliza.Domain.Common;
using Eliza.Domain.Sessions;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Sessions;

/// <summary>Who may read a session, and who may speak in it, keep it alive, and end it.</summary>
public sealed class SessionRightsTests
{
    private static readonly Session Session = new SessionBuilder { Owner = Callers.Service(Scopes.None).Id }.Build();

    public static TheoryData<Caller?, bool, bool> Rights => new()
    {
        // Its person, and another.
        { Callers.Ada, true, true },
        { Callers.Bob, false, false },

        // Its agent, by what its key allows, and another.
        { Agent(Ids.Eliza, Scopes.SessionsWrite), true, true },
        { Agent(Ids.Eliza, Scopes.MessagesRead), true, false },
        { Agent(Ids.Eliza, Scopes.MessagesWrite | Scopes.ChannelsWrite | Scopes.AgentsWrite | Scopes.TokensIssue), false, false },
        { Agent(Ids.Eliza, Scopes.None), false, false },
        { Agent(Ids.OtherAgent, Scopes.SessionsWrite | Scopes.MessagesRead), false, false },

        // The back end that opened it, and another.
        { Callers.Service(Scopes.SessionsWrite), true, true },
        { Callers.Service(Scopes.MessagesRead), true, false },
        { Callers.Service(Scopes.MessagesWrite), false, false },
        { Caller.Service(Guid.Empty, "another", Scopes.SessionsWrite | Scopes.MessagesRead), false, false },

        // An operator, and nobody.
        { Caller.Service(Guid.Empty, "operator", Scopes.Admin), true, true },
        { null, false, false },
    };

    [Theory]
    [MemberData(nameof(Rights))]
    public void Session_ForEachCaller_AllowsWhatIsTheirs(Caller? caller, bool mayRead, bool mayUse) =>
        (Session.AllowsReading(caller), Session.AllowsUsing(caller)).ShouldBe((mayRead, mayUse));

    private static Caller Agent(ActorId id, Scopes scopes) => Caller.Agent(Callers.KeyId, "its key", id, scopes);
}
