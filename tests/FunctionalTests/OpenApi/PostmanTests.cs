using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.WebApi.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.OpenApi;

[Trait("Database", "Sqlite")]
public sealed class PostmanTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const string Stale = "docs/ is behind the API: dotnet run --project src/WebApi -- --write-postman docs";

    [Fact]
    public async Task Collection_InTheRepository_IsThatOfTheApi()
    {
        var openApi = await factory.Services.GetRequiredService<ApiDocument>().ReadAsync();
        Read(PostmanCollection.FileName).ShouldBe(PostmanCollection.Write(openApi) + "\n", Stale);
        Read(PostmanCollection.EnvironmentFileName).ShouldBe(PostmanCollection.WriteEnvironment() + "\n", Stale);
    }

    [Fact]
    public void Collection_InItsRequests_CarriesTheTwoVariablesOfTheDocuments()
    {
        var collection = JsonDocument.Parse(Read(PostmanCollection.FileName)).RootElement;
        collection.GetProperty("auth").GetProperty("bearer")[0].GetProperty("value").GetString().ShouldBe("{{api_key}}");
        var requests = collection.GetProperty("item").EnumerateArray().SelectMany(folder => folder.GetProperty("item").EnumerateArray()).Select(item => item.GetProperty("request")).ToList();
        requests.Count.ShouldBeGreaterThan(30);
        requests.ShouldAllBe(request => request.GetProperty("url").GetProperty("raw").GetString()!.StartsWith("{{base_url}}/"));
        requests.ShouldContain(request => request.GetProperty("url").GetProperty("raw").GetString() == "{{base_url}}/api/messaging/submit"
            && request.GetProperty("body").GetProperty("raw").GetString()!.Contains("channel_id"));
    }

    [Fact]
    public async Task Files_WhenAskedFor_AreWrittenWithoutADatabase()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["write-postman"] = "out" });
        exitCode.ShouldBe(0, output);
        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).ShouldBe(["out"]);
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "out", PostmanCollection.FileName), TestContext.Current.CancellationToken)).ShouldBe(Read(PostmanCollection.FileName));
    }

    private static string Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder.EnumerateFiles("Eliza.sln").Any()) folder = folder.Parent.ShouldNotBeNull();
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", file));
    }
}
