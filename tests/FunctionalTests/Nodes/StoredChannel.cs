using Npgsql;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>What the database holds of a channel, read without any of the server's code.</summary>
/// <param name="Messages">In the channel's order.</param>
/// <param name="Runs">Agents' work on its messages, in the order in which it was ordered.</param>
/// <param name="MessageCount">How many messages its row says it has.</param>
internal sealed record StoredChannel(IReadOnlyList<StoredChannel.Message> Messages, IReadOnlyList<StoredChannel.Run> Runs, long MessageCount)
{
    /// <summary>Of <c>AgentRunStatus</c>.</summary>
    private const int Completed = 2;

    public IReadOnlyList<Message> Questions => [.. Messages.Where(message => message.InReplyTo is null)];

    public IReadOnlyList<Message> Answers => [.. Messages.Where(message => message.InReplyTo is not null)];

    public IReadOnlyList<Guid> Ids => [.. Messages.Select(message => message.Id)];

    /// <summary>All of it at one moment.</summary>
    public static async Task<StoredChannel> ReadAsync(string connectionString, Guid channel)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var messages = await ReadAsync(connection, channel, """SELECT "Id", "Content", "InReplyTo" FROM "Messages" WHERE "ChannelId" = $1 ORDER BY "Stamp" """,
            row => new Message(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetGuid(2)));
        var runs = await ReadAsync(connection, channel, """SELECT "MessageId", "ReplyId", "Status", "Lease" FROM "AgentRuns" WHERE "ChannelId" = $1 ORDER BY "Sequence" """,
            row => new Run(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetInt32(2), row.IsDBNull(3) ? null : row.GetGuid(3)));
        var counts = await ReadAsync(connection, channel, """SELECT "MessageCount" FROM "Channels" WHERE "Id" = $1""", row => Convert.ToInt64(row.GetValue(0)));
        return new StoredChannel(messages, runs, counts.Single());
    }

    /// <summary>As it is when all its questions are answered, or when there was time enough for that.</summary>
    /// <param name="questions">How many there are at least.</param>
    public static async Task<StoredChannel> WhenAnsweredAsync(string connectionString, Guid channel, int questions, TimeSpan patience)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var stored = await ReadAsync(connectionString, channel);
            if (stored.Questions.Count >= questions && stored.Answers.Count >= stored.Questions.Count || late.IsCancellationRequested) return stored;
            await again.WaitForNextTickAsync();
        }
    }

    /// <summary>Each of its messages was stored once, all that were acknowledged are there, and each was answered once, in its turn.</summary>
    public void ShouldBeWhole(IReadOnlyCollection<Submits.Acknowledged> acknowledged)
    {
        var stored = Questions.ToLookup(question => question.Content, question => question.Id);
        foreach (var message in acknowledged) stored[message.Content].ShouldBe([message.Id], message.Content);
        stored.Where(same => same.Count() > 1).ShouldBeEmpty("stored twice");
        Answers.Select(answer => answer.InReplyTo!.Value).ShouldBe(Questions.Select(question => question.Id), "answered once, and in turn");
        Runs.Select(run => run.MessageId).ShouldBe(Questions.Select(question => question.Id), ignoreOrder: true);
        Runs.ShouldAllBe(run => run.Status == Completed && run.Lease == null);
        Runs.Select(run => run.ReplyId!.Value).ShouldBe(Answers.Select(answer => answer.Id), ignoreOrder: true);
        MessageCount.ShouldBe(Messages.Count);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlConnection connection, Guid channel, string sql, Func<NpgsqlDataReader, T> rowOf)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = channel } } };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(rowOf(reader));
        return rows;
    }

    internal sealed record Message(Guid Id, string Content, Guid? InReplyTo);

    internal sealed record Run(Guid MessageId, Guid? ReplyId, int Status, Guid? Lease);
}
