using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.Lifecycle;

/// <summary>The process that the server makes for each document, as it makes it when it runs by itself.</summary>
[Trait("Database", "Once")]
public sealed class DescribeCommandTests
{
    [Fact]
    public async Task Describe_OfADocument_WritesItsTextAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(path, DocumentSamples.Pdf(["Quarterly report"]), TestContext.Current.CancellationToken);

        (await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>(), "--describe", path)).ShouldBe((0, "Quarterly report"));
        Directory.GetFileSystemEntries(folder.Path).ShouldBe([path], "who reads a document makes no data of its own");
    }

    [Fact]
    public async Task Describe_OfWhatCannotBeRead_FailsWithoutAWord()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(path, DocumentSamples.EncryptedPdf(), TestContext.Current.CancellationToken);

        (await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>(), "--describe", path)).ShouldBe((1, ""));
        (await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>(), "--describe", path + "-not-there")).ShouldBe((1, ""));
    }

    [Fact]
    public async Task Describe_WithoutAFile_IsNoOption()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>(), "--describe");

        exitCode.ShouldBe(1);
        output.ShouldContain("there is no option --describe");
    }

    [Fact]
    public async Task Upload_ToAServerOfItsOwn_IsDescribed()
    {
        const string Key = "a-bootstrap-key-of-32-characters-or-more";
        using var folder = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Auth__BootstrapApiKey"] = Key });
        var api = server.CreateApi(Key);

        var answer = (await api.UploadAsync(await api.CreateChannelAsync("own"), DocumentSamples.Pdf(["Hello"]), "a.pdf", null)).ShouldBe(200);

        answer.Data.GetProperty("description").GetString().ShouldBe("Hello", server.Output);
    }
}
