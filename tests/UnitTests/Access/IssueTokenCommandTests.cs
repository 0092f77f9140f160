using Eliza.Application.Access;
using Eliza.Application.Access.IssueToken;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Access;

public sealed class IssueTokenCommandTests
{
    private readonly FakeUserTokens _tokens = new();

    public static TheoryData<Scopes> Allowed => [Scopes.TokensIssue, Scopes.Admin, Scopes.TokensIssue | Scopes.MessagesRead];

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Handle_WhenTheCallerMayIssue_MintsATokenForAnHour(Scopes scopes)
    {
        (await HandleAsync(new IssueTokenCommand("ada", null, null), Callers.Service(scopes))).ShouldSucceed().ShouldBe(FakeUserTokens.Token);

        _tokens.Issued.ShouldBe([(Ids.Ada, null, TimeSpan.FromHours(1))]);
    }

    [Fact]
    public async Task Handle_WhenEverythingIsGiven_MintsItSo()
    {
        (await HandleAsync(new IssueTokenCommand("ada", " Ada ", 60), Callers.Operator)).ShouldSucceed();

        _tokens.Issued.ShouldBe([(Ids.Ada, DisplayName.From("Ada"), TimeSpan.FromMinutes(1))]);
    }

    [Fact]
    public async Task Handle_WhenTheUserIsAnAgent_IsInvalidAndMintsNothing()
    {
        var error = (await HandleAsync(new IssueTokenCommand(Ids.Eliza.Value.ToUpperInvariant(), null, null), Callers.Operator)).ShouldFail("Request.Invalid");

        error.Fields.ShouldBe([FieldFailure.Breaks("UserId", AccessErrors.NotAPerson.Details)]);
        _tokens.Issued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenTheCallerMayNotIssue_IsForbiddenAndMintsNothing()
    {
        foreach (var caller in new[] { Callers.Service((Scopes)31), Callers.Service(Scopes.None), Callers.Ada, Callers.Eliza, null })
            (await HandleAsync(new IssueTokenCommand("ada", null, null), caller)).ShouldFail("Access.Forbidden");

        _tokens.Issued.ShouldBeEmpty();
    }

    [Fact]
    public async Task Handle_WhenThereIsNoKeyToSignWith_SaysSo()
    {
        var handler = new IssueTokenCommandHandler(new FakeUserTokens { AreOff = true }, new FakeAgentDirectory(), Callers.Operator.Calls());

        (await handler.Handle(new IssueTokenCommand("ada", null, null), TestContext.Current.CancellationToken))
            .ShouldFail("Access.TokensAreOff").Kind.ShouldBe(ErrorKind.Unavailable);
    }

    private Task<Result<IssuedToken>> HandleAsync(IssueTokenCommand command, Caller? caller) =>
        new IssueTokenCommandHandler(_tokens, new FakeAgentDirectory(), caller.Calls()).Handle(command, TestContext.Current.CancellationToken);
}
