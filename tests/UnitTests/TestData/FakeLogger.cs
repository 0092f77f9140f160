using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.TestData;

/// <summary>Keeps what is logged from a level on.</summary>
internal sealed class FakeLogger<T>(LogLevel from = LogLevel.Trace) : ILogger<T>
{
    public List<LogEntry> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= from;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Add(new LogEntry(logLevel, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], exception));
}

internal sealed record LogEntry(LogLevel Level, string Text, IReadOnlyList<KeyValuePair<string, object?>> Values, Exception? Exception);
