using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Contract;

/// <summary>What clients see when the server itself is in trouble.</summary>
[Trait("Database", "Sqlite")]
public sealed class BrokenServerTests(BrokenServerTests.Factory factory) : IClassFixture<BrokenServerTests.Factory>
{
    private readonly Api _api = factory.Api;

    [Fact]
    public async Task Request_WhenTheServerHasABug_Returns500WithoutAWordAboutIt()
    {
        var channel = await _api.CreateChannelAsync("with-a-bug");

        var answer = await _api.GetAsync($"/api/messaging/channels/{channel}/messages");

        answer.ShouldBeError(500, "INTERNAL_ERROR").Text.ShouldNotContain(BrokenHistory.Secret);
        answer.Headers.Keys.ShouldContain("X-RateLimit-Remaining");
        factory.Log.Lines.ShouldContain(line => line.Contains(answer.Headers["X-Request-Id"]) && line.Contains(BrokenHistory.Secret));
    }

    [Fact]
    public async Task Submit_WhenTheDatabaseCannotBeWritten_Returns503AndWorksAgainAfterwards()
    {
        var channel = await _api.CreateChannelAsync("locked-out");
        await using (await LockDatabaseAsync())
        {
            var answer = await _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Hello" });
            answer.ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers["Retry-After"].ShouldBe("1");
            (await _api.GetAsync($"/api/messaging/channels/{channel}")).ShouldBe(200);
        }

        await _api.SubmitAsync(channel, "Hello again");
        (await factory.QueryAsync(db => db.Messages.CountAsync(message => message.ChannelId == new ChannelId(channel)))).ShouldBe(1);
    }

    /// <summary>Takes SQLite's one write lock, as another process might.</summary>
    private async Task<SqliteConnection> LockDatabaseAsync()
    {
        var connection = new SqliteConnection(await factory.QueryAsync(db => Task.FromResult(db.Database.GetConnectionString())) + ";Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private sealed class BrokenHistory : IChannelMessages
    {
        public const string Secret = "a secret of the inside";

        public Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken) =>
            throw new InvalidOperationException(Secret);

        public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => throw new InvalidOperationException(Secret);
    }

    public sealed class Factory : ApiFactory
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Database:CommandTimeoutSeconds", "1");
            builder.ConfigureTestServices(services => services.AddScoped<IChannelMessages, BrokenHistory>());
        }
    }
}
