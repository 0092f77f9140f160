using Eliza.Application.Health;

namespace Eliza.WebApi.Hosting;

/// <summary>Ends this process the way its host does, as soon as the answer is out.</summary>
internal sealed class ServerStop(IHttpContextAccessor accessor, IHostApplicationLifetime lifetime) : IServerStop
{
    public void Request() => accessor.HttpContext!.Response.OnCompleted(() =>
    {
        lifetime.StopApplication();
        return Task.CompletedTask;
    });
}
