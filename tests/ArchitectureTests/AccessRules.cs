using System.Reflection;
using Eliza.Application.Common;
using Eliza.Application.Health.GetStatus;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages.ListMessages;
using Eliza.Application.Messages.SubmitMessage;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.WebApi.Input;
using Eliza.WebApi.Messages;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Eliza.ArchitectureTests;

/// <summary>What must not be forgotten when a use case is opened to clients.</summary>
public sealed class AccessRules
{
    private const string Health = "Health";

    [Fact]
    public void Handlers_OfWhatClientsSend_AskWhoCalls() => SentByClients()
        .Where(request => Modules.FolderOf(request) != Health)
        .ToList().ShouldInclude(typeof(SubmitMessageCommand), typeof(ListMessagesQuery))
        .ShouldAll(
            "A use case that clients reach is held to the rights of its caller; only signs of life are for everybody.",
            request => ParametersOf(HandlerOf(request)).Contains(typeof(ICaller)));

    [Fact]
    public void Requests_OfClients_AreFoundByWhatTheWebApiUses() => SentByClients().ShouldInclude(typeof(GetStatusQuery));

    [Fact]
    public void Posts_InWhatTheySend_CanBeRepeated() => PostsWithABody().ShouldInclude(typeof(SubmitMessageRequest)).ShouldAll(
        "A client that heard no answer repeats its POST: either it may be carried out any number of times (a query, an IRepeatable), or the body takes a messageId, and the command that it makes is IIdempotent.",
        body => BuildingBlocks.Queries.Contains(CommandOf(body)) || CommandOf(body).IsAssignableTo(typeof(IRepeatable))
            || (body.IsSubclassOf(typeof(CreatingRequest)) && CommandOf(body).IsAssignableTo(typeof(IIdempotent))));

    [Fact]
    public void Secrets_InAnswers_AreNotPrinted() => BuildingBlocks.Commands.Where(command => command.IsAssignableTo(typeof(IShownOnce)))
        .Select(command => command.ArgumentsOf(typeof(IRequest<>))[0].GetGenericArguments()[0]).Distinct()
        .ToList().ShouldInclude(typeof(Eliza.Application.Access.IssuedApiKey))
        .ShouldAll(
            "A record prints all that it holds; one that holds a secret says itself what to print.",
            answer => answer.GetMethod(nameof(ToString), Type.EmptyTypes)!.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null);

    private static IReadOnlyList<Type> SentByClients() => [.. BuildingBlocks.Requests.Where(request =>
        Types.InAssembly(Layers.WebApi).ShouldNot().HaveDependencyOnAny(TypeName.Of(request)).GetResult().FailingTypes.Any())];

    private static Type HandlerOf(Type request) =>
        BuildingBlocks.Handlers.Single(handler => handler.ArgumentsOf(typeof(IRequestHandler<,>))[0] == request);

    private static IEnumerable<Type> ParametersOf(Type type) => type.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType);

    private static IReadOnlyList<Type> PostsWithABody() => [.. BuildingBlocks.Controllers
        .SelectMany(controller => controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(action => action.GetCustomAttributes<HttpMethodAttribute>().Any(verb => verb is HttpPostAttribute))
        .SelectMany(action => action.GetParameters())
        .Where(parameter => parameter.GetCustomAttribute<FromBodyAttribute>() is not null)
        .Select(parameter => parameter.ParameterType)];

    private static Type CommandOf(Type body) => body.GetMethod("ToCommand", BindingFlags.NonPublic | BindingFlags.Instance)!.ReturnType;
}
