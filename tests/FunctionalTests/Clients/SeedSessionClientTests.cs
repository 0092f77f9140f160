using System.ComponentModel;
using System.Diagnostics;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Clients;

/// <summary>The messaging documents' own sample of a session client runs as it is printed, also when its session has expired or is gone.</summary>
[Trait("Database", "Once")]
public sealed class SeedSessionClientTests(SessionFactory factory) : IClassFixture<SessionFactory>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Sample_OfTheDocuments_TalksOnWhenItsSessionHasEnded()
    {
        using var node = Start();
        using var patience = new CancellationTokenSource(Patience);
        var errors = node.StandardError.ReadToEndAsync(patience.Token);

        await HearAsync(node, "waiting", errors, patience.Token);
        factory.Time.Advance(TimeSpan.FromMinutes(31));
        await node.StandardInput.WriteLineAsync("on".AsMemory(), patience.Token);

        await HearAsync(node, "done", errors, patience.Token);
        await node.WaitForExitAsync(patience.Token);
        node.ExitCode.ShouldBe(0);
    }

    private Process Start()
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "resilient-session-client.mjs");
        var start = new ProcessStartInfo("node", [script, factory.Anonymous.Client.BaseAddress!.ToString(), ApiFactory.Key, Api.Eliza])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            Assert.Skip($"The sample needs Node: it cannot be run ({exception.Message})");
            throw;
        }
    }

    /// <summary>A script that fails says nothing, and why on its other output.</summary>
    private static async Task HearAsync(Process node, string line, Task<string> errors, CancellationToken cancellationToken)
    {
        var heard = await node.StandardOutput.ReadLineAsync(cancellationToken);
        heard.ShouldBe(line, heard is null ? await errors : null);
    }
}
