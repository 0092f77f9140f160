namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A folder, and a database if one is wanted, that are gone when the test is.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly Lazy<TestDatabase> _database;

    public TemporaryFolder() => _database = new(() => new TestDatabase(Path));

    public string Path { get; } = Directory.CreateTempSubdirectory("eliza-test-").FullName;

    public TestDatabase Database => _database.Value;

    public void Dispose()
    {
        if (_database.IsValueCreated) _database.Value.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
