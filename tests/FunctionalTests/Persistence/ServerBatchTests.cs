using Eliza.Application;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Many units in one transaction of a database server, where others write too and connections break.</summary>
[Trait("Database", "Once")]
public sealed class ServerBatchTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IAsyncLifetime
{
    private readonly List<AsyncServiceScope> _scopes = [];
    private ServiceProvider _services = null!;
    private string _connection = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        cluster.SkipIfAbsent();
        _connection = cluster.ConnectionString(await cluster.CreateDatabaseAsync());
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "PostgreSql", ["ConnectionStrings:Eliza"] = _connection };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddApplication(autoMapperLicenseKey: null).AddInfrastructure(configuration).BuildServiceProvider();
        await Db().Database.MigrateAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
    }

    [Fact]
    public async Task APoisonedUnit_AmongGoodOnes_FailsAlone()
    {
        var channel = await OpenAsync();
        var units = Enumerable.Range(0, 16).Select(i => Unit(Said(channel, i == 5 ? null : "ada"))).ToList();

        await SaveAsync(units);

        await Should.ThrowAsync<Exception>(units[5].WhenDone);
        foreach (var unit in units.Where((_, i) => i != 5)) (await unit.WhenDone).Outcome.ShouldBe(CommitOutcome.Saved);
        var stamps = (await StoredAsync(channel)).Select(message => message.Stamp).ToList();
        stamps.ShouldBe(Enumerable.Range(1, 15).Select(i => (long)i));
        (await Db().Channels.SingleAsync(row => row.Id == channel, Token)).MessageCount.ShouldBe(15);
    }

    [Fact]
    public async Task OneKey_OfTwoUnits_IsAnsweredOnce()
    {
        var channel = await OpenAsync();
        var units = Enumerable.Range(0, 4).Select(i => Unit(Said(channel), Answer(i is 1 or 2 ? "same" : $"{i}"))).ToList();

        await SaveAsync(units);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Saved]);
        (await StoredAsync(channel)).Count.ShouldBe(3);
        (await Db().StoredAnswers.CountAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task OneSession_OfTwoUnits_IsChangedByOneOfThem()
    {
        var (channel, now) = (await OpenAsync(), DateTimeOffset.UtcNow);
        var opening = Db();
        var timeouts = new SessionTimeouts(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(720), TimeSpan.FromMinutes(5), AutoRenew: true);
        opening.Add(Session.Open(SessionId.New(now), channel, ActorId.From("agent"), ActorId.From("ada"), "owner", Metadata.Empty, timeouts, now));
        await opening.SaveChangesAsync(Token);
        var units = new List<CommitUnit>();
        for (var i = 1; i <= 3; i++)
        {
            var scope = Scope();
            var db = scope.GetRequiredService<ElizaDbContext>();
            (await db.Sessions.SingleAsync(Token)).Touch(now.AddMinutes(i)).Value.ShouldBeTrue();
            units.Add(Unit(scope, Said(channel)));
        }

        await SaveAsync(units);

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Stale]);
        (await StoredAsync(channel)).Count.ShouldBe(1);
        (await Db().Sessions.SingleAsync(Token)).LastActivityAt.ToUnixTimeMilliseconds().ShouldBe(now.AddMinutes(1).ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task AChannel_DeletedUnderABatch_TakesItsUnitsAlongAlone()
    {
        var (kept, gone) = (await OpenAsync(), await OpenAsync());
        await using var other = await TransactionAsync($"DELETE FROM \"Channels\" WHERE \"Id\" = '{gone.Value}'");
        List<CommitUnit> units = [Unit(Said(kept)), Unit(Said(gone)), Unit(Said(kept))];

        var saving = SaveAsync(units);
        await BlockedAsync();
        await other.CommitAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).Select(commit => commit.Outcome)
            .ShouldBe([CommitOutcome.Saved, CommitOutcome.Stale, CommitOutcome.Saved]);
        (await StoredAsync(kept)).Count.ShouldBe(2);
    }

    /// <summary>The database undoes the one of the two that notices first; the other waits so long that it is the batch.</summary>
    [Fact]
    public async Task ABatch_ThatADeadlockUndoes_IsSavedWhenTheOtherHasEnded()
    {
        ChannelId[] channels = [.. new[] { await OpenAsync(), await OpenAsync() }.OrderBy(channel => channel.Value)];
        await using var other = await TransactionAsync("SET deadlock_timeout = '60s'; " + Lock(channels[1]));
        var units = channels.Select(channel => Unit(Said(channel))).ToList();

        var saving = SaveAsync(units);
        await BlockedAsync();
        await CarryAsync(other, Lock(channels[0]));
        await other.CommitAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).ShouldAllBe(commit => commit.Outcome == CommitOutcome.Saved);
        foreach (var channel in channels) (await StoredAsync(channel)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task AConnection_ThatBreaksBeforeTheCommit_IsReplaced()
    {
        var channel = await OpenAsync();
        await using var other = await TransactionAsync(Lock(channel));
        var units = Enumerable.Range(0, 3).Select(_ => Unit(Said(channel))).ToList();

        var saving = SaveAsync(units);
        await BlockedAsync();
        await CarryAsync(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        await other.RollbackAsync(Token);
        await saving;

        (await Task.WhenAll(units.Select(unit => unit.WhenDone))).ShouldAllBe(commit => commit.Outcome == CommitOutcome.Saved);
        (await StoredAsync(channel)).Select(message => message.Stamp).ShouldBe([1L, 2L, 3L]);
    }

    private static string Lock(ChannelId channel) => $"SELECT 1 FROM \"Channels\" WHERE \"Id\" = '{channel.Value}' FOR UPDATE";

    private static Message Said(ChannelId channel, string? author = "ada") => Message.Post(
        new MessageDraft(channel, author is null ? null! : ActorId.From(author), ActorKind.User, MessageContent.FromTrusted("said")), DateTimeOffset.UnixEpoch);

    private static StoredAnswer Answer(string key) =>
        StoredAnswer.Of(AnswerId.Of("caller", "operation", IdempotencyKey.Create(key).Value), "fingerprint", "\"done\"", DateTimeOffset.UnixEpoch);

    private static async Task CarryAsync(NpgsqlTransaction transaction, string statement)
    {
        await using var command = new NpgsqlCommand(statement, transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(Token);
    }

    private ElizaDbContext Db() => Scope().GetRequiredService<ElizaDbContext>();

    private IServiceProvider Scope()
    {
        var scope = _services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider;
    }

    private CommitUnit Unit(params IEnumerable<AggregateRoot> added) => Unit(Scope(), added);

    private static CommitUnit Unit(IServiceProvider scope, params IEnumerable<AggregateRoot> added)
    {
        var rows = new NewRows();
        foreach (var row in added) rows.Add(row);
        return CommitUnit.Of(rows, scope.GetRequiredService<ElizaDbContext>(), scope.GetRequiredService<Premises>());
    }

    /// <summary>In one batch, as the committer does on its thread.</summary>
    private Task SaveAsync(IReadOnlyList<CommitUnit> units) => Task.Run(() => _services.GetRequiredService<IUnitBatch>().Save(units), Token);

    private async Task<ChannelId> OpenAsync()
    {
        var db = Db();
        var channel = Channel.Create(ServerId.Default, ChannelType.Text, $"batch-{Guid.CreateVersion7()}", null, Metadata.Empty, isPrivate: false, DateTimeOffset.UnixEpoch).Value;
        db.Add(channel);
        await db.SaveChangesAsync(Token);
        return channel.Id;
    }

    private Task<List<Message>> StoredAsync(ChannelId channel) =>
        Db().Messages.AsNoTracking().Where(message => message.ChannelId == channel).OrderBy(message => message.Sequence).ToListAsync(Token);

    private async Task<NpgsqlTransaction> TransactionAsync(string statement)
    {
        var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync(Token);
        var transaction = await connection.BeginTransactionAsync(Token);
        await CarryAsync(transaction, statement);
        return transaction;
    }

    /// <summary>Until somebody waits for a lock.</summary>
    private async Task BlockedAsync()
    {
        await using var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await command.ExecuteScalarAsync(Token))! == 0) await Task.Delay(10, Token);
    }
}
