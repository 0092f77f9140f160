namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Puts an Engine.IO server at a path.</summary>
internal static class EngineEndpoints
{
    /// <summary>Answers at a path, with or without a slash at its end, by whatever method. Who may call is for the caller to say.</summary>
    public static IEndpointConventionBuilder MapEngine(this IEndpointRouteBuilder endpoints, string path, EngineServer server)
    {
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(new EngineEndpoint(server).HandleAsync);
        return endpoints.Map(path, pipeline.Build());
    }
}
