namespace Eliza.WebApi.Realtime.Gateway.Logs;

/// <summary>Shows the log to those who watch it.</summary>
internal sealed class LogStreamProvider(LogStream stream, TimeProvider time) : ILoggerProvider
{
    /// <summary>What telling a line may itself have to say would be told again, for ever.</summary>
    private const string Ours = "Eliza.WebApi.Realtime";

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, stream, time);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, LogStream stream, TimeProvider time) : ILogger
    {
        private const string AgentField = "Agent";

        private readonly bool _isOurs = category.StartsWith(Ours, StringComparison.Ordinal);

        /// <summary>Not below Information: at Debug the web server tells of each line that is sent, which would be a line to be sent.</summary>
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information && !_isOurs && stream.IsWatched;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var agent = (state as IEnumerable<KeyValuePair<string, object?>>)?.FirstOrDefault(field => field.Key == AgentField).Value?.ToString();
            var text = exception is null ? formatter(state, exception) : $"{formatter(state, exception)} ({exception.GetType().Name})";
            stream.Tell(new LogLine(LogLine.NumberOf(logLevel), time.GetUtcNow().ToUnixTimeMilliseconds(), text, category, agent));
        }
    }
}
