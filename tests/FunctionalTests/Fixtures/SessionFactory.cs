using Eliza.Application.Common;
using Eliza.Domain.Sessions.Events;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A server on a clock that the test moves, which tells what its sweeper says of sessions.</summary>
public sealed class SessionFactory : ApiFactory
{
    /// <summary>So short a session may be here: nobody waits that long for anything.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.6);

    public SessionFactory()
    {
    }

    /// <summary>A server that finds what an earlier one left in the folder; its clock begins where that of each does.</summary>
    internal SessionFactory(TemporaryFolder folder) : base(folder)
    {
    }

    internal ManualTimeProvider Time { get; } = new();

    internal ToldSessions Told { get; } = new();

    /// <summary>Awaits the task with the clock moved on, half a second at a time, until it is done.</summary>
    internal async Task InTimeAsync(Task task)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!task.IsCompleted && await again.WaitForNextTickAsync(patience.Token)) Time.Advance(TimeSpan.FromMilliseconds(500));
        await task;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sessions:MinTimeoutMinutes", $"{Shortest.TotalMinutes}");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            services.AddSingleton<INotificationHandler<Committed<SessionExpired>>>(Told);
            services.AddSingleton<INotificationHandler<Committed<SessionExpirationWarned>>>(Told);
        });
    }
}
