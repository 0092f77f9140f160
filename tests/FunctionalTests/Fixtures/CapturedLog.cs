using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Everything that the server logs, at every level, with all values that go with a line.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> Lines
    {
        get
        {
            lock (_lock) return [.. _lines];
        }
    }

    /// <summary>Returns the first line that is looked for, once it is there: a request's line may come after its answer. Other lines give it no more time.</summary>
    public async Task<string> WaitForAsync(Func<string, bool> isIt)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (_lines.FirstOrDefault(isIt) is { } line) return line;
                next = _next.Task;
            }
            await next.WaitAsync(late.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void Dispose()
    {
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Logger(string category, CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            log.Add($"Scope {category} {state} {ValuesOf(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Add($"{logLevel} {category} {formatter(state, exception)} {exception} {ValuesOf(state)}");

        private static string ValuesOf(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? $"[{string.Join(", ", values.Select(value => $"{value.Key}={value.Value}"))}]" : "";
    }
}
