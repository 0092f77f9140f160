using Microsoft.AspNetCore.Mvc.Controllers;

namespace Eliza.WebApi.OpenApi.Examples;

/// <summary>All samples, by the action that they are sent to: <c>Controller.Action</c>, as its class and its method are called.</summary>
internal static class Samples
{
    public static readonly IReadOnlyDictionary<string, Sample[]> ByAction = new[]
    {
        AccessSamples.ByAction, AgentsSamples.ByAction, ChannelsSamples.ByAction, JobsSamples.ByAction, MessagesSamples.ByAction,
        PlatformsSamples.ByAction, ServerSamples.ByAction, ServersSamples.ByAction, SessionsSamples.ByAction,
    }.SelectMany(module => module).ToDictionary();

    public static IReadOnlyList<Sample> Of(ControllerActionDescriptor action) => ByAction.GetValueOrDefault($"{action.ControllerName}.{action.ActionName}") ?? [];
}
