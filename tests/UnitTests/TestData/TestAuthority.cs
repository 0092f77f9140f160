using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.TestData;

/// <summary>An OpenID provider on a real socket, as far as tokens need one. It can go down and come back.</summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asked = new(0);
    private readonly WebApplication _app;
    private int _looks;

    private TestAuthority()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", context =>
        {
            Interlocked.Increment(ref _looks);
            _asked.Release();
            return AnswerAsync(context, Discovery ?? new JsonObject { ["issuer"] = Address, ["jwks_uri"] = $"{Address}/keys" }.ToJsonString());
        });
        _app.MapGet("/keys", context => AnswerAsync(
            context, new JsonObject { ["keys"] = new JsonArray([.. Published.Select(key => key.ToJwk())]) }.ToJsonString()));
    }

    /// <summary>Where it listens, which is also what it calls itself.</summary>
    public string Address => _app.Urls.Single();

    public List<AuthorityKey> Published { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>When set, it answers this about itself, whatever it is.</summary>
    public string? Discovery { get; set; }

    /// <summary>No answer comes before it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How often it was asked about itself.</summary>
    public int Looks => Volatile.Read(ref _looks);

    public static async Task<TestAuthority> StartAsync(params AuthorityKey[] keys)
    {
        var authority = new TestAuthority();
        authority.Published.AddRange(keys);
        await authority._app.StartAsync();
        return authority;
    }

    /// <summary>Waits until it is asked about itself once more than this was called before; false when nobody asks.</summary>
    public Task<bool> IsAskedAsync(CancellationToken cancellationToken) => _asked.WaitAsync(Patience, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _asked.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, string json)
    {
        await Gate;
        if (IsDown) context.Abort();
        else await context.Response.WriteAsync(json);
    }
}
