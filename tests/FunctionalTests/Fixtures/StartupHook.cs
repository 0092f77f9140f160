using System.Diagnostics;
using System.Diagnostics.Metrics;

/// <summary>
/// Runs in a server's own process, before its first line (DOTNET_STARTUP_HOOKS): once the file that the setting names is there, the
/// server dies right after its next commit, before anybody hears of that.
/// </summary>
internal static class StartupHook
{
    public const string Setting = "ELIZA_TEST_KILL";

    private static readonly MeterListener Listener = new();

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { } signal) return;
        Listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "eliza.commit.units") listener.EnableMeasurementEvents(instrument);
        };
        Listener.SetMeasurementEventCallback<int>((_, _, _, _) =>
        {
            if (File.Exists(signal)) Process.GetCurrentProcess().Kill();
        });
        Listener.Start();
    }
}
