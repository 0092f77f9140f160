using System.Diagnostics;

/// <summary>
/// Loaded into a server process by DOTNET_STARTUP_HOOKS: once the file that ELIZA_TEST_KILL names is there, the process
/// kills itself (SIGKILL) the moment its next transaction is committed, which is after the effect and before the answer.
/// </summary>
internal static class StartupHook
{
    public const string Setting = "ELIZA_TEST_KILL";

    private const string EfCore = "Microsoft.EntityFrameworkCore";
    private const string Committed = "Microsoft.EntityFrameworkCore.Database.Transaction.TransactionCommitted";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { } signal) DiagnosticListener.AllListeners.Subscribe(new Listeners(signal));
    }

    private sealed class Listeners(string signal) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == EfCore) value.Subscribe(new Commits(signal));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Commits(string signal) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == Committed && File.Exists(signal)) Process.GetCurrentProcess().Kill();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
