using BenchmarkDotNet.Attributes;
using Eliza.Application;
using Eliza.Application.Common;
using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using Eliza.Infrastructure.RateLimiting;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Eliza.Benchmarks.Pieces.Pipeline;

/// <summary>
/// What the way to a handler costs. The command is none that waits, awaits a reply or has a key, so it passes logging (which is off, as on a
/// server), the rate limit, validation and the unit of work.
/// </summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly TrivialCommand _command = new("Hello");
    private readonly TrivialCommandHandler _handler = new();
    private readonly ServiceProvider _whole = Provide(hasBehaviours: true);
    private readonly ServiceProvider _bare = Provide(hasBehaviours: false);

    [GlobalCleanup]
    public void Dispose()
    {
        _whole.Dispose();
        _bare.Dispose();
    }

    [Benchmark]
    public Task<Result<string>> HandlerAlone() => _handler.Handle(_command, CancellationToken.None);

    /// <summary>With a scope of services for the request, and a mediator in it.</summary>
    [Benchmark]
    public Task<Result<string>> SendWithoutBehaviours() => SendAsync(_bare);

    /// <inheritdoc cref="SendWithoutBehaviours"/>
    [Benchmark]
    public Task<Result<string>> SendThroughBehaviours() => SendAsync(_whole);

    private async Task<Result<string>> SendAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(_command);
    }

    private static ServiceProvider Provide(bool hasBehaviours)
    {
        var services = new ServiceCollection().AddLogging().AddApplication(autoMapperLicenseKey: null)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(new RateLimitOptions { UserPerMinute = int.MaxValue }))
            .AddSingleton<TokenBuckets>(provider => new TokenBuckets(provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IRateLimiter, RateLimiter>()
            .AddScoped<ICaller, KnownCaller>()
            .AddScoped<IUnitOfWork, InstantUnitOfWork>()
            .AddTransient<IRequestHandler<TrivialCommand, Result<string>>, TrivialCommandHandler>()
            .AddSingleton<IValidator<TrivialCommand>, TrivialCommandValidator>();
        if (!hasBehaviours) services.RemoveAll(typeof(IPipelineBehavior<,>));
        return services.BuildServiceProvider();
    }
}
