using System.Net.Http.Headers;
using Eliza.Application.Common;
using Eliza.Application.Health;
using Eliza.Domain.Messages.Events;
using Eliza.Infrastructure.Persistence;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>The whole server on a real socket and a database file of its own; one for each test class.</summary>
public class ApiFactory : WebApplicationFactory<Program>
{
    /// <summary>The limits of a bucket that no test empties unless it means to.</summary>
    private const string Plenty = "1000000";

    public const string Key = "test-bootstrap-key-of-32-characters-or-more";

    public const string SigningKey = "test-signing-key-of-32-bytes-or-more";

    private readonly TemporaryFolder _folder;
    private readonly bool _isFolderMine;

    public ApiFactory() : this(null)
    {
    }

    /// <param name="folder">Where the data lies that an earlier server left; null for a folder of its own.</param>
    private protected ApiFactory(TemporaryFolder? folder)
    {
        (_folder, _isFolderMine) = (folder ?? new TemporaryFolder(), folder is null);
        UseKestrel(0);
        StartServer();
    }

    /// <summary>Tells when a message is committed, so that tests await it instead of looking again and again.</summary>
    internal PostedMessages Posted { get; } = new();

    internal CapturedLog Log { get; } = new();

    internal RecordedStop Stop { get; } = new();

    /// <summary>A client with the bootstrap key.</summary>
    public Api Api => new(CreateAuthorizedClient(Key));

    /// <summary>A client without any credential.</summary>
    public Api Anonymous => new(CreateClient());

    public HttpClient CreateAuthorizedClient(string key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>A client with another credential.</summary>
    public Api WithCredential(string credential) => new(CreateAuthorizedClient(credential));

    /// <summary>A client with a new key of a back end.</summary>
    public async Task<Api> ServiceAsync(params string[] scopes) =>
        WithCredential(await Api.CreateKeyAsync(new { name = "back end", kind = "service", scopes }));

    /// <summary>A client with a new key of an agent.</summary>
    public async Task<Api> AgentAsync(string agentId, params string[] scopes) =>
        WithCredential(await Api.CreateKeyAsync(new { name = "agent", kind = "agent", agentId, scopes }));

    /// <summary>A client with a new token of a person.</summary>
    public async Task<Api> UserAsync(string userId, string? name = null) => WithCredential(await Api.IssueTokenAsync(userId, name));

    /// <summary>Looks into the database behind the server's back.</summary>
    internal async Task<T> QueryAsync<T>(Func<ElizaDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<ElizaDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Database:Provider", TestDatabase.Provider);
        builder.UseSetting("ConnectionStrings:Eliza", _folder.Database.ConnectionString);
        builder.UseSetting("Media:Path", $"{_folder.Path}/data/media");
        builder.UseSetting("Auth:BootstrapApiKey", Key);
        builder.UseSetting("Auth:Jwt:SigningKey", SigningKey);
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        foreach (var limit in new[] { "UserPerMinute", "AgentPerMinute", "ServicePerMinute", "IpPerHour" }) builder.UseSetting($"RateLimiting:{limit}", Plenty);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<INotificationHandler<Committed<MessagePosted>>>(Posted);
            services.AddSingleton<IServerStop>(Stop);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _isFolderMine) _folder.Dispose();
    }
}
