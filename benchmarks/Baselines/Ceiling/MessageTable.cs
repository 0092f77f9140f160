using Microsoft.Data.Sqlite;

namespace Eliza.Benchmarks.Baselines.Ceiling;

/// <summary>The server's table of messages without its triggers, and one prepared statement for it. For one thread.</summary>
internal sealed class MessageTable : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS Messages (
            Sequence INTEGER PRIMARY KEY AUTOINCREMENT, Id TEXT NOT NULL UNIQUE, ChannelId TEXT NOT NULL, Author TEXT NOT NULL, AuthorKind INTEGER NOT NULL,
            Content TEXT NOT NULL, InReplyTo TEXT NULL, ThreadId TEXT NULL, SourceType TEXT NOT NULL, Mentions TEXT NOT NULL, Attachments TEXT NOT NULL,
            Metadata TEXT NOT NULL, Raw TEXT NULL, CreatedAt INTEGER NOT NULL, EditedAt INTEGER NULL, Links INTEGER NOT NULL, Stamp INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS IX_Messages_ChannelId_Stamp ON Messages (ChannelId, Stamp);
        """;

    private const string InsertOne = """
        INSERT INTO Messages (Id, ChannelId, Author, AuthorKind, Content, SourceType, Mentions, Attachments, Metadata, Raw, CreatedAt, Links, Stamp)
        VALUES ($id, $channel, $author, $kind, $content, $source, $mentions, $attachments, $metadata, $raw, $created, $links, $stamp)
        """;

    private static readonly string[] Names =
        ["$id", "$channel", "$author", "$kind", "$content", "$source", "$mentions", "$attachments", "$metadata", "$raw", "$created", "$links", "$stamp"];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;

    public MessageTable(string database)
    {
        _connection = new SqliteConnection($"Data Source={database}");
        _connection.Open();
        using (var schema = CommandOf(Schema)) schema.ExecuteNonQuery();
        (_begin, _insert, _commit, _rollback) = (CommandOf("BEGIN IMMEDIATE"), CommandOf(InsertOne), CommandOf("COMMIT"), CommandOf("ROLLBACK"));
        foreach (var name in Names) _insert.Parameters.AddWithValue(name, "");
        _begin.Prepare();
        _insert.Prepare();
        _commit.Prepare();
    }

    /// <summary>All of them, or none.</summary>
    public void Insert(List<Pending> batch)
    {
        _begin.ExecuteNonQuery();
        try
        {
            foreach (var pending in batch) Insert(pending.Message);
            _commit.ExecuteNonQuery();
        }
        catch
        {
            _rollback.ExecuteNonQuery();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _insert, _commit, _rollback]) command.Dispose();
        _connection.Dispose();
    }

    private void Insert(StoredMessage message)
    {
        var values = _insert.Parameters;
        values[0].Value = message.Id;
        values[1].Value = message.ChannelId;
        values[2].Value = message.Author;
        values[3].Value = message.AuthorKind;
        values[4].Value = message.Content;
        values[5].Value = message.SourceType;
        values[6].Value = message.Mentions;
        values[7].Value = message.Attachments;
        values[8].Value = message.Metadata;
        values[9].Value = message.Raw ?? (object)DBNull.Value;
        values[10].Value = message.CreatedAt;
        values[11].Value = message.Links;
        values[12].Value = message.Stamp;
        _insert.ExecuteNonQuery();
    }

    private SqliteCommand CommandOf(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
