using Eliza.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Jobs;

internal static class JobRegistration
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobsOptions>().BindConfiguration(JobsOptions.Section)
            .Validate(jobs => jobs.RetentionHours is >= 1 and <= 8760, "Jobs:RetentionHours must be from 1 to 8760")
            .ValidateOnStart();
        services.AddScoped<IJobBoard, JobBoard>();
        services.AddHostedService<JobSweeper>();
    }
}
