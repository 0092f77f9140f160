using Eliza.Application.Agents.GrantAgent;
using Eliza.Application.Agents.RevokeAgentGrant;
using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.Domain.Common;
using Eliza.UnitTests.TestData;
using FluentValidation;

namespace Eliza.UnitTests.Common.Behaviours;

/// <summary>A field that names somebody may be missing for whoever is somebody itself.</summary>
public sealed class ActorOrCallerTests
{
    private static readonly Error Handled = new("Test.Handled", ErrorKind.Unexpected, "It reached its handler", "It reached its handler");

    private static readonly Caller?[] Somebodies = [Callers.Ada, Callers.Eliza];

    private static readonly Caller?[] Nobodies = [Callers.Operator, Callers.Service(Scopes.AgentsWrite), null];

    [Fact]
    public async Task Handle_WhenTheCallerIsSomebody_MayNameNobody()
    {
        foreach (var caller in Somebodies)
        {
            (await GrantAsync(null, caller)).ShouldBe(Handled);
            (await RevokeAsync(null, caller)).ShouldBe(Handled);
            (await SubmitAsync(null, caller)).ShouldBe(Handled);
        }
    }

    [Fact]
    public async Task Handle_WhenTheCallerIsNobodyItself_MustNameSomebody()
    {
        foreach (var caller in Nobodies)
        {
            (await GrantAsync(null, caller)).Fields.ShouldBe([FieldFailure.Required("UserId")]);
            (await RevokeAsync(null, caller)).Fields.ShouldBe([FieldFailure.Required("UserId")]);
            (await SubmitAsync(null, caller)).Fields.ShouldBe([FieldFailure.Required("AuthorId")]);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ädä")]
    public async Task Handle_WhenTheIdIsMalformed_IsInvalidForAnyCaller(string id)
    {
        foreach (var caller in Somebodies.Concat(Nobodies))
        {
            (await GrantAsync(id, caller)).Fields.ShouldHaveSingleItem().Path.ShouldBe("UserId");
            (await RevokeAsync(id, caller)).Fields.ShouldHaveSingleItem().Path.ShouldBe("UserId");
            (await SubmitAsync(id, caller)).Fields.ShouldHaveSingleItem().Path.ShouldBe("AuthorId");
        }
    }

    [Fact]
    public async Task Handle_WhenTheIdIsWellFormed_IsForTheHandlerToJudge()
    {
        foreach (var caller in Somebodies.Concat(Nobodies))
        {
            (await GrantAsync("bob", caller)).ShouldBe(Handled);
            (await RevokeAsync("bob", caller)).ShouldBe(Handled);
            (await SubmitAsync("bob", caller)).ShouldBe(Handled);
        }
    }

    [Fact]
    public async Task Handle_WhenAValidatorWasAskedForAnother_RemembersNothingOfIt()
    {
        var validator = new GrantAgentCommandValidator();
        var command = new GrantAgentCommand("agent", null);

        (await ErrorOf(command, validator, Callers.Ada)).ShouldBe(Handled);
        (await ErrorOf(command, validator, Callers.Operator)).Code.ShouldBe("Request.Invalid");
        (await ErrorOf(command, validator, Callers.Ada)).ShouldBe(Handled);
    }

    private static Task<Error> GrantAsync(string? user, Caller? caller) =>
        ErrorOf(new GrantAgentCommand("agent", user), new GrantAgentCommandValidator(), caller);

    private static Task<Error> RevokeAsync(string? user, Caller? caller) =>
        ErrorOf(new RevokeAgentGrantCommand("agent", user), new RevokeAgentGrantCommandValidator(), caller);

    private static Task<Error> SubmitAsync(string? author, Caller? caller) =>
        ErrorOf(SubmitMessages.Valid with { AuthorId = author }, new SubmitMessageCommandValidator(), caller);

    private static async Task<Error> ErrorOf<TRequest>(TRequest request, IValidator<TRequest> validator, Caller? caller) where TRequest : notnull
    {
        var behaviour = new ValidationBehaviour<TRequest, Result<string>>(new RequestInput(), caller.Calls(), [validator]);
        var result = await behaviour.Handle(request, TestContext.Current.CancellationToken, () => Task.FromResult<Result<string>>(Handled));
        return result.Error!;
    }
}
