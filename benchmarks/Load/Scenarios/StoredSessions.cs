using Microsoft.Data.Sqlite;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>
/// Puts many sessions into the database of a stopped server: copies of the one that it opened itself, with its channel and the
/// two who take part, so that whatever columns there are hold what the server writes into them.
/// </summary>
internal static class StoredSessions
{
    /// <summary>The id of the session's person, as the server writes it, and that of a copy.</summary>
    private const string Person = "CASE \"ActorId\" WHEN (SELECT \"UserId\" FROM \"Sessions\" LIMIT 1) THEN copy.Person ELSE \"ActorId\" END";

    /// <summary>Copies were opened a millisecond apart, so that their times differ as in life.</summary>
    private const string Earlier = " - copy.Number";

    private static readonly (string Table, Dictionary<string, string> Changed)[] Copies =
    [
        ("Channels", new()
        {
            ["Id"] = "copy.Channel",
            ["Name"] = "'dm-' || lower(replace(copy.Channel, '-', ''))",
            ["NameKey"] = "'dm-' || lower(replace(copy.Channel, '-', ''))",
            ["Metadata"] = """'{"sessionId":"' || lower(copy.Session) || '"}'""",
            ["CreatedAt"] = "\"CreatedAt\"" + Earlier,
        }),
        ("Participants", new() { ["ChannelId"] = "copy.Channel", ["ActorId"] = Person, ["ActorKey"] = Person, ["JoinedAt"] = "\"JoinedAt\"" + Earlier }),
        ("Sessions", new()
        {
            ["Id"] = "copy.Session",
            ["ChannelId"] = "copy.Channel",
            ["UserId"] = "copy.Person",
            ["CreatedAt"] = "\"CreatedAt\"" + Earlier,
            ["LastActivityAt"] = "\"LastActivityAt\"" + Earlier,
            ["RenewedAt"] = "\"RenewedAt\"" + Earlier,
            ["ExpiresAt"] = "\"ExpiresAt\"" + Earlier,
            ["WarnAt"] = "\"WarnAt\"" + Earlier,
        }),
    ];

    /// <summary>The ids of the sessions that were added, so many.</summary>
    public static IReadOnlyList<Guid> Multiply(string database, int count)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        // Quick rather than safe, for this connection; the server makes its own settings again at its start.
        Execute(connection, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY");
        Execute(connection, "CREATE TEMP TABLE Copies (Number INTEGER PRIMARY KEY, Session TEXT, Channel TEXT, Person TEXT)");
        using var transaction = connection.BeginTransaction();
        var ids = AddCopies(connection, count);
        foreach (var (table, changed) in Copies) Execute(connection, CopyText(connection, table, changed));
        transaction.Commit();
        return ids;
    }

    private static Guid[] AddCopies(SqliteConnection connection, int count)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Copies VALUES ($number, $session, $channel, $person)";
        string[] names = ["$number", "$session", "$channel", "$person"];
        foreach (var name in names) insert.Parameters.AddWithValue(name, "");
        var (ids, begun) = (new Guid[count], DateTimeOffset.UtcNow.AddMilliseconds(-count));
        for (var number = 0; number < count; number++)
        {
            ids[number] = Guid.CreateVersion7(begun.AddMilliseconds(number));
            insert.Parameters[0].Value = number;
            insert.Parameters[1].Value = ids[number].ToString().ToUpperInvariant();
            insert.Parameters[2].Value = Guid.CreateVersion7(begun.AddMilliseconds(number)).ToString().ToUpperInvariant();
            insert.Parameters[3].Value = Guid.NewGuid().ToString();
            insert.ExecuteNonQuery();
        }
        return ids;
    }

    /// <summary>Each row that is there, once for each copy; columns that are not named keep what they hold.</summary>
    private static string CopyText(SqliteConnection connection, string table, Dictionary<string, string> changed)
    {
        var columns = new List<string>();
        using var read = connection.CreateCommand();
        read.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using (var reader = read.ExecuteReader())
            while (reader.Read()) columns.Add(reader.GetString(0));
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => changed.GetValueOrDefault(column, $"\"{column}\"")));
        return $"INSERT INTO \"{table}\" ({names}) SELECT {values} FROM Copies AS copy CROSS JOIN (SELECT * FROM \"{table}\") ORDER BY copy.Number";
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
