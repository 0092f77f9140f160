using Eliza.Application.Agents.ClaimRuns;
using Eliza.Application.Channels.AddAgent;
using Eliza.Application.Common;
using Eliza.Application.Messages.ListMessages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Common;
using FluentValidation;
using MediatR;

namespace Eliza.ArchitectureTests;

/// <summary>
/// One folder per use case, and in it one request, its handler, and its validator: <c>X/XCommand</c>, <c>XCommandHandler</c>,
/// <c>XCommandValidator</c>.
/// </summary>
public sealed class UseCaseRules
{
    private static IReadOnlyList<Type> Requests => BuildingBlocks.Requests.ShouldInclude(typeof(SubmitMessageCommand), typeof(ListMessagesQuery));

    [Fact]
    public void Requests_InTheirShape_ArePublicSealedRecords() => Requests.ShouldAll(
        "A command or query is a public sealed record that nobody changes.",
        request => request is { IsPublic: true, IsSealed: true } && request.IsRecord() && request.IsImmutable());

    [Fact]
    public void Requests_InTheirKind_AreCommandOrQuery() => Requests.ShouldAll(
        "A request is either a command, which runs in a unit of work, or a query, which does not.",
        request => BuildingBlocks.Commands.Contains(request) != BuildingBlocks.Queries.Contains(request));

    [Fact]
    public void Requests_InTheirAnswer_ReturnAResult() => Requests.ShouldAll(
        "Every request returns Result<…>: a behaviour whose constraint did not fit would be left out without a word.",
        request => request.ArgumentsOf(typeof(IRequest<>))[0].Definition() == typeof(Result<>));

    [Fact]
    public void Commands_InTheirName_SayTheirFolderAndKind() => BuildingBlocks.Commands.ShouldInclude(typeof(SubmitMessageCommand)).ShouldAll(
        "The command of the use case X is called XCommand and lies in Application/<Module>/X.", command => IsNamedForItsFolder(command, "Command"));

    [Fact]
    public void Queries_InTheirName_SayTheirFolderAndKind() => BuildingBlocks.Queries.ShouldInclude(typeof(ListMessagesQuery)).ShouldAll(
        "The query of the use case X is called XQuery and lies in Application/<Module>/X.", query => IsNamedForItsFolder(query, "Query"));

    [Fact]
    public void Requests_WhenSent_FindExactlyOneHandler() => Requests.ShouldAll(
        "Every request has exactly one handler, named XHandler, in its folder.",
        request => HasOne(BuildingBlocks.Handlers, typeof(IRequestHandler<,>), request, "Handler"));

    [Fact]
    public void Commands_WhenSent_FindExactlyOneValidator() => BuildingBlocks.Commands.ShouldInclude(typeof(SubmitMessageCommand)).ShouldAll(
        "Every command has exactly one validator, named XValidator, in its folder; one with nothing to check says so.",
        command => HasOne(BuildingBlocks.Validators, typeof(IValidator<>), command, "Validator"));

    [Fact]
    public void PagedQueries_WhenSent_FindExactlyOneValidator() =>
        Types.InAssembly(Layers.Application).That().ImplementInterface(typeof(IPagedQuery)).GetTypes().ShouldInclude(typeof(ListMessagesQuery)).ShouldAll(
            "A query for a page has exactly one validator, named XValidator, in its folder, which checks the page.",
            query => HasOne(BuildingBlocks.Validators, typeof(IValidator<>), query, "Validator"));

    [Fact]
    public void HandlersAndValidators_InTheirShape_AreInternalAndSealed() => BuildingBlocks.Handlers.Concat(BuildingBlocks.Validators)
        .ShouldInclude(typeof(SubmitMessageCommandHandler), typeof(SubmitMessageCommandValidator))
        .ShouldAll("A handler or validator is internal and sealed: it is reached through its request alone.", type => type.IsInternalSealed());

    [Fact]
    public void UseCases_AmongThemselves_ShareNothing()
    {
        var folders = Requests.Select(request => request.Namespace!).ToList();
        folders.ShouldHaveNo(
            "A use case uses nothing of another's folder; what two share lies in their module's folder.",
            folder => Types.InAssembly(Layers.Application).That().ResideInNamespace(folder)
                .ShouldNot().HaveDependencyOnAny([.. folders.Where(other => other != folder)])
                .GetResult().FailingTypes.Select(failing => $"{failing.Type.Name} uses {failing.Explanation}"));
    }

    [Fact]
    public void Handlers_WhileTheyWork_SendNothing() => Types.InAssembly(Layers.Application)
        .That().ImplementInterface(typeof(IRequestHandler<,>))
        .ShouldNot().HaveDependencyOnAny("MediatR.IMediator", "MediatR.Mediator", "MediatR.ISender", "MediatR.IPublisher")
        .GetResult().ShouldHold("A handler never sends a command; two use cases share a domain method.", typeof(AddAgentCommandHandler), typeof(ClaimRunsCommandHandler));

    [Fact]
    public void Application_InAllItsTypes_SendsNothing() => Types.InAssembly(Layers.Application)
        .ShouldNot().CallAny("MediatR.IMediator.Send", "MediatR.ISender.Send", "MediatR.Mediator.Send")
        .GetResult().ShouldHold("Requests come from outside; inside, nobody sends one by a detour either.", typeof(EventAnnouncer));

    private static bool IsNamedForItsFolder(Type request, string kind) =>
        request.Namespace!.Split('.') is ["Eliza", "Application", var module, var useCase]
        && Modules.All.Contains(module) && request.Name == useCase + kind;

    private static bool HasOne(IReadOnlyList<Type> servants, Type contract, Type request, string suffix) =>
        servants.Where(servant => servant.ArgumentsOf(contract)[0] == request).ToList() is [var one]
        && one.Namespace == request.Namespace && one.Name == request.Name + suffix;
}
