using System.Diagnostics;
using Eliza.Application.Media;
using Eliza.Infrastructure.Media.Describing;
using Eliza.UnitTests.TestData;

namespace Eliza.UnitTests.Media;

/// <summary>With programs of the system in our own one's place, which do what hostile documents might have it do.</summary>
public sealed class DocumentReaderTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_WhenTheProgramEnds_IsWhatItWrote()
    {
        using var reader = Reader("printf 'Grüße, %s' \"$0\"; echo 'not this' >&2");

        (await reader.ReadAsync("a file", Token)).ShouldBe("Grüße, a file");
    }

    [Theory]
    [InlineData("echo said; exit 3", "it cannot be read")]
    [InlineData("kill -9 $$", "it cannot be read")]
    [InlineData("yes", "its reader says too much")]
    public async Task Read_WhenTheProgramFails_SaysWhy(string script, string reason)
    {
        using var reader = Reader(script);

        (await Should.ThrowAsync<UndescribedException>(reader.ReadAsync("x", Token))).Message.ShouldBe(reason);
    }

    [Fact]
    public async Task Read_WhenThereIsNoProgram_SaysSo()
    {
        using var none = new DocumentReader(new Programs(null), _time);
        using var gone = new DocumentReader(new Programs([Path.Combine(_folder, "no-such-program")]), _time);

        (await Should.ThrowAsync<UndescribedException>(none.ReadAsync("x", Token))).Message.ShouldBe("the program that reads documents is not found");
        (await Should.ThrowAsync<UndescribedException>(gone.ReadAsync("x", Token))).Message.ShouldBe("its reader cannot be started");
    }

    /// <summary>It is told nothing of what the server knows: settings in the environment may be secrets.</summary>
    [Fact]
    public async Task Read_ByAnyProgram_PassesNothingOfOurEnvironmentOn()
    {
        Environment.SetEnvironmentVariable("ELIZA_TEST_SECRET", "a secret");
        using var reader = new DocumentReader(new Programs(["/usr/bin/env", "-u"]), _time);

        var lines = (await reader.ReadAsync("x", Token)).Split('\n');

        lines.ShouldContain("DOTNET_GCHeapHardLimit=10000000");
        var names = lines.Select(line => line.Split('=')[0]).ToList();
        names.ShouldNotContain("ELIZA_TEST_SECRET");
        names.ShouldNotContain("HOME");
        names.ShouldNotContain("PATH");
    }

    [Fact]
    public async Task Read_WhenTheProgramHangs_EndsItWithItsChildrenAsSoonAsTheTimeIsUp()
    {
        using var reader = Reader(Hanging);
        var reading = reader.ReadAsync(_folder, Token);
        var ids = await StartedAsync();

        _time.Advance(DocumentReader.Limit - TimeSpan.FromSeconds(1));
        reading.IsCompleted.ShouldBeFalse();
        ids.ShouldAllBe(id => IsAlive(id));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await Should.ThrowAsync<UndescribedException>(reading)).Message.ShouldBe("it was not read within 10 seconds");
        await GoneAsync(ids);
    }

    [Fact]
    public async Task Read_WhenNobodyWaitsAnyMore_EndsTheProgram()
    {
        using var reader = Reader(Hanging);
        using var caller = new CancellationTokenSource();
        var reading = reader.ReadAsync(_folder, caller.Token);
        var ids = await StartedAsync();

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        await GoneAsync(ids);
    }

    [Fact]
    public async Task Read_OfManyAtOnce_HasTwoProgramsAndLetsOthersWaitAWhile()
    {
        using var reader = Reader("while [ ! -e \"$0\" ]; do sleep 0.02; done; echo done");
        var gate = Path.Combine(_folder, "open");
        var two = new[] { reader.ReadAsync(gate, Token), reader.ReadAsync(gate, Token) };
        var third = reader.ReadAsync(gate, Token);

        _time.Advance(DocumentReader.Patience);

        (await Should.ThrowAsync<UndescribedException>(third)).Message.ShouldBe("other documents took 5 seconds");
        var fourth = reader.ReadAsync(gate, Token);
        await File.WriteAllTextAsync(gate, "", Token);
        (await Task.WhenAll([.. two, fourth])).ShouldAllBe(said => said == "done\n");
    }

    /// <summary>It notes its own id and its child's, and waits for ever.</summary>
    private const string Hanging = "sleep 1000 & echo $$ $! > \"$0/new\"; mv \"$0/new\" \"$0/ids\"; wait";

    private DocumentReader Reader(string script) => new(new Programs(["/bin/sh", "-c", $"PATH=/usr/bin:/bin; {script}"]), _time);

    private async Task<int[]> StartedAsync()
    {
        var path = Path.Combine(_folder, "ids");
        while (!File.Exists(path)) await Task.Delay(5, Token);
        return [.. (await File.ReadAllTextAsync(path, Token)).Split(' ').Select(int.Parse)];
    }

    private static async Task GoneAsync(int[] ids)
    {
        while (ids.Any(IsAlive)) await Task.Delay(5, Token);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed class Programs(string[]? start) : IDocumentProgram
    {
        public IReadOnlyList<string>? CommandFor(string path) => start is null ? null : [.. start, path];
    }
}
