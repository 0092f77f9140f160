using System.Reflection;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;
using Eliza.WebApi;
using Eliza.WebApi.Health;
using Eliza.WebApi.Messages;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.ArchitectureTests;

/// <summary>A controller's action builds one request, sends it, and gives its result a form; it does nothing else.</summary>
public sealed class WebApiRules
{
    private const string Submit = nameof(SubmitController.SubmitAsync);

    private static IReadOnlyList<Type> Controllers => BuildingBlocks.Controllers.ShouldInclude(typeof(SubmitController), typeof(HealthController));

    private static IReadOnlyList<MethodInfo> Actions => Controllers
        .SelectMany(controller => controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .ShouldInclude(typeof(SubmitController).GetMethod(Submit)!);

    [Fact]
    public void Controllers_InTheirShape_AreSealedApiControllers() => Controllers.ShouldAll(
        "A controller is sealed, derives from ApiController, and is called XController.",
        type => type.IsSealed && type.IsSubclassOf(typeof(ApiController)) && type.Name.EndsWith("Controller", StringComparison.Ordinal));

    [Fact]
    public void Controllers_InWhatTheyUse_KnowRequestsAndAnswersAlone() => Types.InAssembly(Layers.WebApi)
        .That().Inherit(typeof(ControllerBase))
        .Should().OnlyHaveDependenciesOn("System", "Microsoft.AspNetCore", "MediatR", "Eliza.WebApi", "Eliza.Application", "Eliza.Domain.Common.Result", "Eliza.Domain.Common.ErrorKind")
        .GetResult().ShouldHold("A controller knows nothing of Infrastructure, and of the domain only that a request returns a Result, and which kinds of failure there are.", typeof(SubmitController));

    [Fact]
    public void Controllers_InWhatTheyUse_KnowNoPort() => Types.InAssembly(Layers.WebApi)
        .That().Inherit(typeof(ControllerBase))
        .ShouldNot().HaveDependencyOnAny([.. BuildingBlocks.Ports.Select(TypeName.Of)])
        .GetResult().ShouldHold("A controller asks no repository and no port: it sends a request.", typeof(SubmitController));

    [Fact]
    public void WebApi_InAllItsTypes_SeesNoAggregate() => Types.InAssembly(Layers.WebApi)
        .ShouldNot().HaveDependencyOnAny([.. BuildingBlocks.Entities.ShouldInclude(typeof(Channel)).Select(TypeName.Of)])
        .GetResult().ShouldHold("Aggregates never leave Application: what goes out is a response.", typeof(SubmitController));

    [Fact]
    public void Actions_InTheirCode_SendOnceAtMost()
    {
        CountSends(typeof(SubmitController).GetMethod(Submit)!).ShouldBe(1, "The rule counts a send where one is known to be.");
        Actions.ShouldAll("One HTTP request is one use case: an action sends one command or query, or none.", action => CountSends(action) <= 1);
    }

    [Fact]
    public void Actions_InTheirRoute_NameTheirVerb() => Actions.ShouldAll(
        "Every public method of a controller is an action with an HTTP verb.", action => action.GetCustomAttributes<HttpMethodAttribute>().Any());

    [Fact]
    public void Actions_ThatWait_TakeACancellationTokenLast() => Actions
        .Where(action => action.ReturnType.IsTask())
        .ShouldInclude(typeof(SubmitController).GetMethod(Submit)!)
        .ShouldAll("Work stops when the client is gone: the last parameter is a CancellationToken.", CodeRules.TakesTokenLast);

    [Fact]
    public void Actions_WithoutACredential_AreTheSignsOfLifeAlone() => Actions
        .Where(action => action.GetCustomAttributes(inherit: true).Concat(action.DeclaringType!.GetCustomAttributes(inherit: true)).OfType<IAllowAnonymous>().Any())
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}")
        .ShouldBe(
            ["HealthController.Ping", "HealthController.GetHealthAsync", "HealthController.GetLiveness", "HealthController.GetReadinessAsync"],
            ignoreOrder: true,
            "Only these answer without a credential; all else falls under the fallback policy.");

    [Fact]
    public void Endpoints_ThatSayNothing_NeedACredential()
    {
        using var services = new ServiceCollection().AddLogging().AddWebApi().BuildServiceProvider();
        var fallback = services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        fallback.ShouldNotBeNull("Without a fallback policy an endpoint that says nothing is open to everybody.")
            .Requirements.ShouldContain(requirement => requirement is DenyAnonymousAuthorizationRequirement);
    }

    private static int CountSends(MethodInfo action) =>
        CallCount.In(action, TypeName.Of(typeof(ApiController)) + ".SendAsync", "MediatR.IMediator.Send", "MediatR.ISender.Send");
}
