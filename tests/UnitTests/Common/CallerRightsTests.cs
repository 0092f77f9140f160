using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class CallerRightsTests
{
    private static readonly Caller?[] All = [Callers.Operator, Callers.Ada, Callers.Bob, Callers.Eliza, Callers.Service(Scopes.None), null];

    [Fact]
    public void May_WhenThereIsNoCaller_IsFalse() => Enum.GetValues<Scopes>().ShouldAllBe(scope => !default(Caller).Calls().May(scope));

    [Fact]
    public void May_WhenThereIsACaller_IsWhatItsCredentialAllows()
    {
        foreach (var caller in All.OfType<Caller>()) Enum.GetValues<Scopes>().ShouldAllBe(scope => caller.Calls().May(scope) == caller.May(scope));
    }

    [Fact]
    public void ActorOf_WhenTheFieldIsThere_IsWhomItNames()
    {
        foreach (var caller in All) caller.Calls().ActorOf("carol").ShouldBe(ActorId.From("carol"));
    }

    [Fact]
    public void ActorOf_WhenTheFieldIsMissing_IsTheCaller()
    {
        Callers.Ada.Calls().ActorOf(null).ShouldBe(Ids.Ada);
        Callers.Eliza.Calls().ActorOf(null).ShouldBe(Ids.Eliza);
    }
}
