namespace Eliza.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Makes this the only server of its database file, for as long as its process lives: the operating system lets go of the
/// lock with the process, however it ends.
/// </summary>
internal sealed class SqliteFileLock : IDisposable
{
    private FileStream? _file;

    /// <exception cref="IOException">Another server uses the database.</exception>
    public void Take(string database)
    {
        try
        {
            _file ??= new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException($"another server is using the database {database}", exception);
        }
    }

    public void Dispose() => _file?.Dispose();
}
