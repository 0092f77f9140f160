using Microsoft.Extensions.Logging.Console;

namespace Eliza.WebApi.Hosting;

/// <summary>
/// How lines of the log tell the time, where the configuration does not say: a person at a terminal reads the hour, a program that
/// collects lines in JSON needs the moment. The two share one setting, so it cannot have a default of its own.
/// </summary>
internal static class LogTimes
{
    public static void AddLogTimes(this IServiceCollection services)
    {
        services.PostConfigure<SimpleConsoleFormatterOptions>(simple => simple.TimestampFormat ??= "HH:mm:ss ");
        services.PostConfigure<JsonConsoleFormatterOptions>(json =>
        {
            if (json.TimestampFormat is not null) return;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            json.UseUtcTimestamp = true;
        });
    }
}
