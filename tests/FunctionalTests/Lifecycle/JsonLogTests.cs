using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

public sealed class JsonLogTests
{
    private const string RequestLog = "Eliza.WebApi.Hosting.RequestLog";

    [Fact]
    public async Task StandardOutput_WhenTheLogIsInJson_IsOneObjectALineAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Logging__Console__FormatterName"] = "json" });
        (await server.CreateApi("none").GetAsync("/api/agents")).ShouldBe(401);
        (await server.TerminateAsync()).ShouldBe(0);

        var lines = server.StandardOutput.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var request = lines.Where(line => line.GetProperty("Category").GetString() == RequestLog).ShouldHaveSingleItem();
        request.GetProperty("State").GetProperty("Route").GetString().ShouldBe("/api/agents");
        request.GetProperty("LogLevel").GetString().ShouldBe("Information");
        request.GetProperty("Timestamp").GetString()!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        server.Output.ShouldContain("API key (shown this once", customMessage: "it goes to standard error then");
        server.StandardOutput.ShouldNotContain(line => line.Contains("eliza_service_"));
    }

    [Fact]
    public async Task StandardOutput_UnlessTold_HasLinesForPeople()
    {
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path);
        (await server.CreateApi("none").GetAsync("/api/agents")).ShouldBe(401);
        (await server.TerminateAsync()).ShouldBe(0);

        server.StandardOutput.Where(line => line.Contains(RequestLog)).ShouldHaveSingleItem().ShouldMatch(@"^\d\d:\d\d:\d\d info: ");
    }
}
