using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>The commands that a server gives its database outside any transaction: what it asks before it writes.</summary>
internal sealed class AskedQuestions : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _texts = [];

    /// <summary>What was asked since the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        List<string> taken = [];
        while (_texts.TryDequeue(out var text)) taken.Add(text);
        return taken;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result.Transaction is null) _texts.Enqueue(result.CommandText);
        return result;
    }
}
