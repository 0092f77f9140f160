using Eliza.Domain.Channels;
using Eliza.Domain.Media;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Media;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Media;

/// <summary>What lies on the disk, and for how long.</summary>
[Trait("Database", "Sqlite")]
public sealed class MediaFolderTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Api _api = factory.Api;
    private readonly MediaFolder _folder = Uploads.FolderOf(factory);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OnTheDisk_AreForTheirOwnerAlone()
    {
        var id = await UploadAsync();

        var path = _folder.PathOf(id);
        path.ShouldBe(Path.Combine(_folder.Root, id.ToString()[^2..], id.ToString()));
        Path.GetFileName(_folder.Root).ShouldBe("media");
        File.Exists(Path.Combine(Path.GetDirectoryName(_folder.Root)!, "eliza.db")).ShouldBeTrue();
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(path).ShouldBe(OwnerOnly);
        File.GetUnixFileMode(Path.GetDirectoryName(path)!).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
        File.GetUnixFileMode(_folder.Root).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Sweep_OfTheFolder_RemovesWhatIsOldAndKnownToNobody()
    {
        var known = await UploadAsync();
        var deleted = await UploadAsync();
        var young = await UploadAsync();
        await factory.QueryAsync(db => db.MediaFiles.Where(file => file.Id == deleted || file.Id == young).ExecuteDeleteAsync(Token));
        var (stale, underWay) = (MediaId.New(DateTimeOffset.UnixEpoch), MediaId.New(DateTimeOffset.UnixEpoch));
        var foreign = Path.Combine(Path.GetDirectoryName(_folder.PathOf(known))!, "notes.txt");
        foreach (var path in new[] { _folder.StagedPathOf(stale), _folder.StagedPathOf(underWay), foreign }) await File.WriteAllTextAsync(path, "x", Token);
        foreach (var path in new[] { _folder.PathOf(known), _folder.PathOf(deleted), _folder.StagedPathOf(stale), foreign })
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-61));
        File.SetLastWriteTimeUtc(_folder.PathOf(young), DateTime.UtcNow.AddMinutes(-59));

        var removed = await factory.Services.GetRequiredService<MediaSweeper>().SweepAsync(Token);

        removed.ShouldBe(2);
        File.Exists(_folder.PathOf(deleted)).ShouldBeFalse();
        File.Exists(_folder.StagedPathOf(stale)).ShouldBeFalse();
        foreach (var path in new[] { _folder.PathOf(known), _folder.PathOf(young), _folder.StagedPathOf(underWay), foreign }) File.Exists(path).ShouldBeTrue(path);
        File.Delete(_folder.StagedPathOf(underWay));
    }

    [Fact]
    public async Task Sweep_OfManyFiles_RemovesThemAll()
    {
        var ids = Enumerable.Range(0, 450).Select(_ => MediaId.New(DateTimeOffset.UnixEpoch)).ToList();
        foreach (var id in ids)
        {
            var folder = Path.GetDirectoryName(_folder.PathOf(id))!;
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            await File.WriteAllTextAsync(_folder.PathOf(id), "x", Token);
            File.SetLastWriteTimeUtc(_folder.PathOf(id), DateTime.UtcNow.AddHours(-2));
        }

        (await factory.Services.GetRequiredService<MediaSweeper>().SweepAsync(Token)).ShouldBe(ids.Count);

        ids.ShouldAllBe(id => !File.Exists(_folder.PathOf(id)));
    }

    [Fact]
    public async Task SizesOfAChannelAndOfAll_AreReadFromTheIndexAlone()
    {
        var ofOne = await QueryPlan.OfAsync(factory, db => MediaFileRepository.SizesOf(db, new ChannelId(Guid.CreateVersion7())));
        ofOne.Steps.ShouldHaveSingleItem().ShouldContain("USING COVERING INDEX IX_MediaFiles_ChannelId_Size (ChannelId=?)");

        var ofAll = await QueryPlan.OfAsync(factory, MediaFileRepository.Sizes);
        ofAll.Steps.ShouldHaveSingleItem().ShouldContain("USING COVERING INDEX IX_MediaFiles_ChannelId_Size");
    }

    [Fact]
    public async Task DescriptionsOfFiles_AreFoundByTheirIds() =>
        (await QueryPlan.OfAsync(factory, db => MediaFileRepository.DescribedOf(
            db, new ChannelId(Guid.CreateVersion7()), [MediaId.New(DateTimeOffset.UnixEpoch), MediaId.New(DateTimeOffset.UtcNow)])))
        .ShouldReadNoWholeTable().ShouldUse("(Id=?");

    [Fact]
    public async Task Upload_WhenTheFolderCannotBeWritten_Returns503AndTellsTheOperator()
    {
        var channel = await _api.CreateChannelAsync("no-folder");
        var incoming = Path.GetDirectoryName(_folder.StagedPathOf(default))!;
        Directory.Move(incoming, incoming + "-away");
        try
        {
            (await _api.UploadAsync(channel, MediaSamples.Png)).ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers.ContainsKey("Retry-After").ShouldBeTrue();
            factory.Log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains("could not be stored"));
        }
        finally
        {
            Directory.Move(incoming + "-away", incoming);
        }
        (await _api.UploadAsync(channel, MediaSamples.Png)).ShouldBe(200);
    }

    [Theory]
    [InlineData("Media__MaxBytesPerChannel", "0", "Media:MaxBytesPerChannel must be 1 or more")]
    [InlineData("Media__MaxBytes", "-1", "Media:MaxBytes must be 1 or more, or 0 for no limit")]
    [InlineData("Media__Path", " ", "Media:Path must not be blank")]
    [InlineData("Media__Path", "/dev/null/media", "Media:Path must be a folder")]
    public async Task Start_WithASettingThatCannotBe_IsRefused(string name, string value, string reason)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string> { [name] = value });

        exitCode.ShouldBe(1);
        output.ShouldContain("Eliza cannot start: ");
        output.ShouldContain(reason);
    }

    private async Task<MediaId> UploadAsync() =>
        new((await _api.UploadPngAsync(await _api.CreateChannelAsync($"folder-{Guid.CreateVersion7():N}"))).GetProperty("id").GetGuid());
}
