using Microsoft.Data.Sqlite;

namespace Eliza.Benchmarks.History;

/// <summary>
/// Puts many messages into the database of a stopped server: copies of the one that each channel has by the server's own hand,
/// so that whatever columns there are hold what the server writes into them. The copies are not put into the index of words.
/// </summary>
internal sealed class HistoryWriter : IDisposable
{
    private const long MillisecondsApart = 1000;
    private const int Authors = 20;

    /// <summary>What differs from copy to copy; the database gives the sequence.</summary>
    private static readonly Dictionary<string, string> Changed = new()
    {
        ["Id"] = "$id",
        ["Author"] = "$author",
        ["Content"] = "$author || ' ' || $stamp || substr(\"Content\", 1, 100 + $stamp / 1000 % 200)",
        ["CreatedAt"] = "$stamp",
        ["Stamp"] = "$stamp",
    };

    private readonly SqliteConnection _connection;
    private readonly List<string> _dropped = [];

    public HistoryWriter(string database)
    {
        _connection = new SqliteConnection($"Data Source={database};Pooling=False");
        _connection.Open();

        // Quick rather than safe, for this connection; the server makes its own settings again at its start.
        Execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY");
        Drop("trigger");
        Drop("index");
    }

    /// <summary>Has the channel hold so many messages, a second apart, the newest from now.</summary>
    public StoredHistory Fill(Guid channel, int count)
    {
        using var transaction = _connection.BeginTransaction();
        var (first, newest) = (FirstOf(channel), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        long StampOf(int place) => newest - (count - 1 - place) * MillisecondsApart;
        Execute($"UPDATE \"Messages\" SET \"CreatedAt\" = {StampOf(0)}, \"Stamp\" = {StampOf(0)} WHERE \"Sequence\" = {first.Sequence}");
        using var insert = _connection.CreateCommand();
        insert.CommandText = CopyText(first.Sequence);
        foreach (var name in (string[])["$id", "$author", "$stamp"]) insert.Parameters.AddWithValue(name, "");
        var ids = new Guid[count];
        ids[0] = first.Id;
        for (var place = 1; place < count; place++)
        {
            ids[place] = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(StampOf(place)));
            insert.Parameters[0].Value = ids[place];
            insert.Parameters[1].Value = $"user-{place % Authors}";
            insert.Parameters[2].Value = StampOf(place);
            insert.ExecuteNonQuery();
        }
        Execute($"UPDATE \"Channels\" SET \"MessageCount\" = {count}, \"LastStamp\" = {newest} WHERE \"Id\" = '{Text(channel)}'");
        transaction.Commit();
        return new StoredHistory(channel, ids);
    }

    /// <summary>Makes the triggers and indexes again.</summary>
    public void Dispose()
    {
        foreach (var text in _dropped) Execute(text);
        _connection.Dispose();
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private (string Sequence, Guid Id) FirstOf(Guid channel)
    {
        var first = Read($"SELECT \"Sequence\" || ' ' || \"Id\" FROM \"Messages\" WHERE \"ChannelId\" = '{Text(channel)}'").Single().Split(' ');
        return (first[0], Guid.Parse(first[1]));
    }

    /// <summary>One copy of a message; columns that are not named keep what they hold.</summary>
    private string CopyText(string sequence)
    {
        var columns = Read("SELECT name FROM pragma_table_info('Messages') WHERE name <> 'Sequence'");
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var values = string.Join(", ", columns.Select(column => Changed.GetValueOrDefault(column, $"\"{column}\"")));
        return $"INSERT INTO \"Messages\" ({names}) SELECT {values} FROM \"Messages\" WHERE \"Sequence\" = {sequence}";
    }

    private void Drop(string kind)
    {
        const string Ours = "FROM sqlite_master WHERE tbl_name = 'Messages' AND sql IS NOT NULL";
        _dropped.AddRange(Read($"SELECT sql {Ours} AND type = '{kind}'"));
        foreach (var name in Read($"SELECT name {Ours} AND type = '{kind}'")) Execute($"DROP {kind} \"{name}\"");
    }

    private List<string> Read(string text)
    {
        var rows = new List<string>();
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
