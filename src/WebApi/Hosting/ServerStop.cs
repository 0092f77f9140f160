using Eliza.Application.Health;

namespace Eliza.WebApi.Hosting;

/// <summary>Ends this process the way a signal does, as soon as the answer is out; asked again it does not hurry.</summary>
internal sealed class ServerStop(IHttpContextAccessor accessor, Drain drain) : IServerStop
{
    public void Request() => accessor.HttpContext!.Response.OnCompleted(() =>
    {
        drain.TryBegin();
        return Task.CompletedTask;
    });
}
