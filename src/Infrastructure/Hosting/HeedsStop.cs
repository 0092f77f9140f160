using Microsoft.Extensions.Hosting;

namespace Eliza.Infrastructure.Hosting;

/// <summary>Does something as soon as the server is asked to stop, before any of its services does, and nothing else of a service's life.</summary>
internal abstract class HeedsStop : IHostedLifecycleService
{
    public abstract Task StoppingAsync(CancellationToken cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
