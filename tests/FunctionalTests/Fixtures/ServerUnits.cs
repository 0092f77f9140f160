using Eliza.Application;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.Infrastructure;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Units of work that are saved in a new database of PostgreSQL, and others who hold rows of it meanwhile.</summary>
internal sealed class ServerUnits : IAsyncDisposable
{
    private readonly List<AsyncServiceScope> _scopes = [];
    private readonly string _connection;
    private readonly ServiceProvider _services;

    private ServerUnits(string connection)
    {
        _connection = connection;
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql", ["ConnectionStrings:Eliza"] = connection };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddApplication(autoMapperLicenseKey: null).AddInfrastructure(configuration).AddSingleton<TimeProvider>(Clock).BuildServiceProvider();
    }

    public LateClock Clock { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ServerUnits> CreateAsync(PostgresCluster cluster)
    {
        cluster.SkipIfAbsent();
        var units = new ServerUnits(cluster.ConnectionString(await cluster.CreateDatabaseAsync()));
        await units.Db().Database.MigrateAsync(Token);
        return units;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    public static string Lock(ChannelId channel) => $"SELECT 1 FROM \"Channels\" WHERE \"Id\" = '{channel.Value}' FOR UPDATE";

    public static Message Said(ChannelId channel, string? author = "ada") => Message.Post(
        new MessageDraft(channel, author is null ? null! : ActorId.From(author), ActorKind.User, MessageContent.FromTrusted("said")), DateTimeOffset.UnixEpoch);

    public static StoredAnswer Answer(string key) =>
        StoredAnswer.Of(AnswerId.Of("caller", "operation", IdempotencyKey.Create(key).Value), "fingerprint", "\"done\"", DateTimeOffset.UnixEpoch);

    public static async Task CarryAsync(NpgsqlTransaction transaction, string statement)
    {
        await using var command = new NpgsqlCommand(statement, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(Token);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public ElizaDbContext Db() => Scope().GetRequiredService<ElizaDbContext>();

    public IServiceProvider Scope()
    {
        var scope = _services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider;
    }

    public CommitUnit Unit(params IEnumerable<AggregateRoot> added) => Unit(Scope(), added);

    public static CommitUnit Unit(IServiceProvider scope, params IEnumerable<AggregateRoot> added)
    {
        var rows = new NewRows();
        foreach (var row in added) rows.Add(row);
        return CommitUnit.Of(rows, scope.GetRequiredService<ElizaDbContext>(), scope.GetRequiredService<Premises>());
    }

    /// <summary>In one batch, as the committer does on its thread; those that it passes over in the next.</summary>
    public Task SaveAsync(params IReadOnlyList<CommitUnit> units) => Task.Run(
        () =>
        {
            for (var left = units; left.Count > 0; left = Get<IUnitBatch>().Save(left)) ;
        },
        Token);

    public async Task<ChannelId> OpenAsync()
    {
        var db = Db();
        var channel = Channel.Create(ServerId.Default, ChannelType.Text, $"batch-{Guid.CreateVersion7()}", null, Metadata.Empty, isPrivate: false, DateTimeOffset.UnixEpoch).Value;
        db.Add(channel);
        await db.SaveChangesAsync(Token);
        return channel.Id;
    }

    public Task<List<Message>> StoredAsync(ChannelId channel) =>
        Db().Messages.AsNoTracking().Where(message => message.ChannelId == channel).OrderBy(message => message.Sequence).ToListAsync(Token);

    /// <summary>By how many transactions the messages of a channel were saved.</summary>
    public Task<int> TransactionsAsync(ChannelId channel) => Db().Database
        .SqlQuery<int>($"SELECT COUNT(DISTINCT xmin::text)::int AS \"Value\" FROM \"Messages\" WHERE \"ChannelId\" = {channel.Value}").SingleAsync(Token);

    /// <summary>Somebody else's.</summary>
    public async Task<NpgsqlTransaction> TransactionAsync(string statement)
    {
        var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync(Token);
        var transaction = await connection.BeginTransactionAsync(Token);
        await CarryAsync(transaction, statement);
        return transaction;
    }

    /// <summary>Until somebody waits for a lock.</summary>
    public async Task BlockedAsync()
    {
        await using var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await command.ExecuteScalarAsync(Token))! == 0) await Task.Delay(10, Token);
    }

    /// <summary>The time of day, or later.</summary>
    public sealed class LateClock : TimeProvider
    {
        public TimeSpan Late { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Late;
    }
}
