using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

[Trait("Database", "Sqlite")]
public sealed class RevokedBootstrapKeyTests
{
    private const string NewKey = "another-bootstrap-key-of-32-characters-or-more";

    private static readonly string Path = $"/api/auth/keys/{Guid.Empty}";

    [Fact]
    public async Task Start_AfterTheBootstrapKeyWasRevoked_TakesItNoMoreThoughItsFileIsThere()
    {
        using var folder = new TemporaryFolder();
        string key;
        await using (var server = await ServerProcess.StartAsync(folder.Path))
        {
            key = await File.ReadAllTextAsync(System.IO.Path.Combine(folder.Path, "data", "bootstrap-api-key"), TestContext.Current.CancellationToken);
            (await server.CreateApi(key.Trim()).DeleteAsync(Path)).ShouldBe(200);
            (await server.CreateApi(key.Trim()).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        }

        await using (var server = await ServerProcess.StartAsync(folder.Path))
            (await server.CreateApi(key.Trim()).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");

        await using (var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Auth__BootstrapApiKey"] = NewKey }))
        {
            (await server.CreateApi(key.Trim()).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
            (await server.CreateApi(NewKey).GetAsync("/api/auth/keys")).ShouldBe(200);
        }

        // The file still holds the first key, and the setting is gone.
        await using (var server = await ServerProcess.StartAsync(folder.Path))
        {
            (await server.CreateApi(key.Trim()).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
            (await server.CreateApi(NewKey).GetAsync("/api/auth/keys")).ShouldBe(200);
            server.Output.ShouldContain("is not the bootstrap key any more");
        }
    }
}
