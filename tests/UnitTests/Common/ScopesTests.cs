using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Common;

public sealed class ScopesTests
{
    [Theory]
    [InlineData(Scopes.MessagesRead, 1, "messages:read")]
    [InlineData(Scopes.MessagesWrite, 2, "messages:write")]
    [InlineData(Scopes.ChannelsWrite, 4, "channels:write")]
    [InlineData(Scopes.SessionsWrite, 8, "sessions:write")]
    [InlineData(Scopes.AgentsWrite, 16, "agents:write")]
    [InlineData(Scopes.TokensIssue, 32, "tokens:issue")]
    [InlineData(Scopes.Admin, 64, "admin")]
    public void Scope_WhenKnown_HasItsNumberAndItsNameBothWays(Scopes scope, int number, string name)
    {
        ((int)scope).ShouldBe(number);
        scope.Names().ShouldBe([name]);
        ScopeNames.Parse(name).ShouldSucceed().ShouldBe(scope);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("messages")]
    [InlineData("messages:")]
    [InlineData("messages:read ")]
    [InlineData(" messages:read")]
    [InlineData("messages: read")]
    [InlineData("Messages:Read")]
    [InlineData("ADMIN")]
    [InlineData("MessagesRead")]
    [InlineData("messages:read,messages:write")]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("64")]
    [InlineData("*")]
    [InlineData("\u0430dmin")]
    public void Parse_WhenUnknown_FailsAndNamesAllThereAre(string name) => ScopeNames.Parse(name).ShouldBreakRule(
        "Access.UnknownScope",
        "must be one of messages:read, messages:write, channels:write, sessions:write, agents:write, tokens:issue, admin");

    [Fact]
    public void Names_WhenOfAnySet_AreItsScopesInTheDocumentedOrder()
    {
        string[] order = ["messages:read", "messages:write", "channels:write", "sessions:write", "agents:write", "tokens:issue", "admin"];
        for (var set = 0; set < 128; set++)
        {
            var names = ((Scopes)set).Names();

            names.ShouldBe(order.Where((_, place) => (set & (1 << place)) != 0));
            names.Aggregate(Scopes.None, (scopes, name) => scopes | ScopeNames.Parse(name).Value).ShouldBe((Scopes)set);
        }
    }

    [Fact]
    public void Names_WhenThereIsAScope_IsNamed() =>
        Enum.GetValues<Scopes>().Where(scope => scope is not Scopes.None).ShouldAllBe(scope => scope.Names().Count == 1);
}
