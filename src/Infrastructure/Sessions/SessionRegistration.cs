using Eliza.Application.Agents;
using Eliza.Application.Sessions;
using Eliza.Application.Sessions.SendSessionMessage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Sessions;

internal static class SessionRegistration
{
    /// <summary>A tenth of a second: what is shorter is a mistake.</summary>
    private const double LeastMinutes = 0.1 / 60;

    public static void AddSessions(this IServiceCollection services)
    {
        services.AddOptions<SessionsOptions>().BindConfiguration(SessionsOptions.Section)
            .Configure<IConfiguration>((sessions, configuration) => sessions.ReadReferenceNames(configuration))
            .Validate(sessions => IsTime(sessions.MaxTimeoutMinutes), Rule("MaxTimeoutMinutes", "SESSION_MAX_TIMEOUT_MINUTES", "a number of minutes up to 10080"))
            .Validate(
                sessions => sessions.MinTimeoutMinutes >= LeastMinutes && sessions.MinTimeoutMinutes <= sessions.MaxTimeoutMinutes,
                Rule("MinTimeoutMinutes", "SESSION_MIN_TIMEOUT_MINUTES", "a number of minutes up to Sessions:MaxTimeoutMinutes"))
            .Validate(
                sessions => sessions.DefaultTimeoutMinutes >= sessions.MinTimeoutMinutes && sessions.DefaultTimeoutMinutes <= sessions.MaxTimeoutMinutes,
                Rule("DefaultTimeoutMinutes", "SESSION_DEFAULT_TIMEOUT_MINUTES", "from Sessions:MinTimeoutMinutes to Sessions:MaxTimeoutMinutes"))
            .Validate(
                sessions => sessions.MaxDurationMinutes >= sessions.DefaultTimeoutMinutes && sessions.MaxDurationMinutes <= 2 * SessionsOptions.MostMinutes,
                Rule("MaxDurationMinutes", "SESSION_MAX_DURATION_MINUTES", "from Sessions:DefaultTimeoutMinutes to 20160"))
            .Validate(
                sessions => sessions.WarningThresholdMinutes is >= 0 and <= SessionsOptions.MostMinutes,
                Rule("WarningThresholdMinutes", "SESSION_WARNING_THRESHOLD_MINUTES", "from 0 to 10080"))
            .Validate(sessions => IsTime(sessions.CleanupIntervalMinutes), Rule("CleanupIntervalMinutes", "SESSION_CLEANUP_INTERVAL_MINUTES", "a number of minutes up to 10080"))
            .Validate(
                sessions => sessions.ReplyTimeoutSeconds is >= 0 and <= SessionsOptions.MaxReplyTimeoutSeconds,
                $"Sessions:ReplyTimeoutSeconds must be from 0 to {SessionsOptions.MaxReplyTimeoutSeconds}")
            .ValidateOnStart();

        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SessionsOptions>>().Value.ToPolicy());
        services.AddSingleton<IReplyTimeout<SendSessionMessageCommand>, SessionReplyTimeout>();
        services.AddScoped<ISessionBoard, SessionBoard>();
        services.AddHostedService<SessionSweeper>();
    }

    private static bool IsTime(double minutes) => minutes is >= LeastMinutes and <= SessionsOptions.MostMinutes;

    private static string Rule(string name, string reference, string rule) => $"Sessions:{name} ({reference}) must be {rule}";
}
