using System.Diagnostics;

namespace Eliza.Application.Common;

/// <summary>
/// What the server does, for who traces it: one span for each command and query that belongs to something traced, each attempt of an
/// agent, and each commit of the path of messages. Tags hold names of types, kinds and codes; never ids, nor anything that a client wrote.
/// </summary>
public static class Spans
{
    public const string SourceName = "Eliza";

    private const string Outcome = "eliza.outcome";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins one; null when nobody traces.</summary>
    public static Activity? Begin(string name) => Source.StartActivity(name);

    /// <summary>
    /// Begins one within what is traced already; null when there is nothing: what the server looks for by itself, every second, is not worth a trace.
    /// </summary>
    public static Activity? BeginWithin(string name) => Activity.Current is null ? null : Source.StartActivity(name);

    /// <summary>Says how it ended. One that never says so broke off.</summary>
    /// <param name="span">The span; nobody traces when it is null.</param>
    /// <param name="outcome">A word, or the code of an error.</param>
    /// <param name="failed">Whether it went wrong.</param>
    public static void End(this Activity? span, string outcome, bool failed)
    {
        span?.SetTag(Outcome, outcome);
        if (failed) span?.SetStatus(ActivityStatusCode.Error);
    }
}
