using System.Data;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.Persistence.SqlServer;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>What is written to SQL Server when units of work are saved.</summary>
public sealed class SqlServerSavingTests : IDisposable
{
    /// <summary>As many as go into one batch of statements: so many are sorted otherwise than few.</summary>
    private const int Many = 40;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly RecordingConnection _connection = new();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task Messages_WhenAddedTogether_GetTheirNumbersInTheirOrder()
    {
        await using var db = SqlServerStatements.Context(_connection);
        var messages = Enumerable.Range(0, Many).Select(i => new MessageBuilder { Draft = new MessageDraft(Ids.Channel, Ids.Ada, ActorKind.User, MessageContent.FromTrusted($"said {i}")) }.Build()).ToList();
        db.AddRange(messages);

        await SaveAsync(db);

        Added("Messages", "Content").ShouldBe(messages.Select(message => message.Content.Value));
    }

    [Fact]
    public async Task Runs_WhenAddedTogether_GetTheirNumbersInTheirOrder()
    {
        await using var db = SqlServerStatements.Context(_connection);
        var runs = Enumerable.Range(0, Many).Select(i => AgentRun.Queue(Ids.Eliza, Ids.Channel, new MessageId(new Guid(i * 7919 % 100, 0, 0, new byte[8])), Times.Now)).ToList();
        db.AddRange(runs);

        await SaveAsync(db);

        Added("AgentRuns", "MessageId").ShouldBe(runs.Select(run => (object)run.MessageId.Value));
    }

    [Fact]
    public async Task Units_WhenSavedTogether_CountTheirChannelsInOneStatement()
    {
        await using var services = SqlServerStatements.Serve(_connection);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
        _connection.Answer = text => text.Contains("READPAST", StringComparison.Ordinal) ? Row(Ids.Channel.Value, 7L, 5L)
            : text.Contains("OUTPUT INSERTED", StringComparison.Ordinal) ? Row(1L) : null;
        var rows = new NewRows();
        rows.Add(new MessageBuilder().Build());
        var unit = CommitUnit.Of(rows, db, scope.ServiceProvider.GetRequiredService<Premises>());

        await db.Database.BeginTransactionAsync(Token);
        await new UnitsTogether(db, new UnitLocks(db, new SqlServerLocks()), new ManualTimeProvider(), [unit]).WriteAsync();

        var count = _connection.Statements.Single(statement => statement.Text.StartsWith("UPDATE", StringComparison.Ordinal));
        var update = TSql.All<UpdateSpecification>(TSql.Parse(count.Text)).ShouldHaveSingleItem();
        ((NamedTableReference)update.Target).SchemaObject.BaseIdentifier.Value.ShouldBe("Channels");
        TSql.All<RowValue>(update.FromClause).Count.ShouldBe(1);
        count.Parameters.Select(parameter => (parameter.SqlDbType, parameter.Value)).ShouldBe(
            [(SqlDbType.UniqueIdentifier, Ids.Channel.Value), (SqlDbType.Int, 1), (SqlDbType.BigInt, Times.Now.ToUnixTimeMilliseconds())]);
    }

    [Fact]
    public async Task AUnit_ThatChangesWhatServersKeep_RaisesItsRevisions()
    {
        await using var services = SqlServerStatements.Serve(_connection);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
        _connection.Answer = text => text.Contains("[Revisions]", StringComparison.Ordinal) && text.Contains("SELECT", StringComparison.Ordinal) ? Row(1L) : null;
        db.Attach(new ChannelBuilder().Build()).State = EntityState.Modified;
        db.Add(Agent.Eliza(Times.Now));

        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CommitAsync(Token);

        var raised = _connection.Statements.SelectMany(statement => TSql.All<UpdateSpecification>(TSql.Parse(statement.Text)))
            .Select(update => TSql.All<NamedTableReference>(update.FromClause)[0].SchemaObject.BaseIdentifier.Value);
        raised.Take(2).ShouldBe(["Channels", "Revisions"]);
        _connection.Statements[0].Parameters.Select(parameter => parameter.Value).ShouldContain("Exclusive", "The agents' lock comes before all rows.");
        _connection.Statements[0].Text.ShouldContain("sp_getapplock");
        _connection.Statements[2].Text.ShouldContain("UPDLOCK");
    }

    /// <summary>Units of others take the agents' lock before rows of channels and runs: in another order one would wait for them as they for it.</summary>
    [Fact]
    public async Task Statements_ThatEndTheWorkOfAnAgent_ComeBehindItsLock()
    {
        await using var services = SqlServerStatements.Serve(_connection);
        foreach (var change in new Func<IServiceProvider, Task>[]
        {
            scope => scope.GetRequiredService<IAgentRunRepository>().IgnoreOpenAsync(Ids.Eliza, Times.Now, Token),
            scope => scope.GetRequiredService<IChannelRepository>().RemoveAgentAsync(Ids.Eliza, Token),
            scope => scope.GetRequiredService<IChannelRepository>().RenameAgentAsync(Ids.Eliza, DisplayName.From("other"), Token),
        })
        {
            var before = _connection.Statements.Count;
            await using var scope = services.CreateAsyncScope();

            await change(scope.ServiceProvider);

            var statements = _connection.Statements.Skip(before).Select(statement => statement.Text).ToList();
            statements[0].ShouldContain("sp_getapplock");
            statements.Count.ShouldBeGreaterThan(1);
        }
    }

    /// <summary>A place that is not passed on is lost until the node is started again.</summary>
    [Fact]
    public async Task ATransaction_ThatCannotBeClosed_PassesItsTurnOnAllTheSame()
    {
        await using var services = SqlServerStatements.Serve(_connection);
        await using var scope = services.CreateAsyncScope();
        var transaction = scope.ServiceProvider.GetRequiredService<WriteTransaction>();
        await transaction.OpenAsync(Token);
        _connection.IsBroken = true;

        Should.Throw<InvalidOperationException>(transaction.PassTheTurnOn);

        _connection.IsBroken = false;
        transaction.IsOpen.ShouldBeFalse();
        var gate = services.GetRequiredService<WriteGate>();
        using var first = (await gate.TryEnterFirstAsync(Token)).ShouldNotBeNull();
        (await gate.TryBeAloneAsync(first, Token)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, "Shared")]
    [InlineData(false, "Exclusive")]
    public async Task Locks_WhenTaken_AreTheTransactions(bool isShared, string mode)
    {
        await using var db = SqlServerStatements.Context(_connection);
        await db.Database.BeginTransactionAsync(Token);

        await new SqlServerLocks().TakeAsync(db, DatabaseLock.Agents, isShared, Token);

        var statement = _connection.Statements.ShouldHaveSingleItem();
        TSql.All<ThrowStatement>(TSql.Parse(statement.Text)).Count.ShouldBe(2);
        statement.Parameters.Select(parameter => parameter.Value).ShouldBe(["Eliza.Agents", mode, RowLocks.LongestWait, SqlServerLocks.TooLate, SqlServerLocks.NotTaken]);
    }

    /// <summary>Who decided on agents does not wait while somebody changes them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Locks_WhenOnlyTried_AreNotWaitedFor(bool isFree)
    {
        await using var db = SqlServerStatements.Context(_connection);
        _connection.Answer = _ => Row(isFree);
        await db.Database.BeginTransactionAsync(Token);

        (await new SqlServerLocks().TryTakeSharedAsync(db, DatabaseLock.Agents)).ShouldBe(isFree);

        var statement = _connection.Statements.ShouldHaveSingleItem();
        var call = TSql.All<ExecuteSpecification>(TSql.Parse(statement.Text)).ShouldHaveSingleItem();
        var patience = ((ExecutableProcedureReference)call.ExecutableEntity).Parameters[^1].ParameterValue.ShouldBeOfType<IntegerLiteral>();
        patience.Value.ShouldBe("0");
    }

    private static DataTable Row(params object[] values)
    {
        var table = new DataTable();
        foreach (var value in values) table.Columns.Add(null, value.GetType());
        table.Rows.Add(values);
        return table;
    }

    /// <summary>No server says that it was saved.</summary>
    private static Task<DbUpdateException> SaveAsync(ElizaDbContext db) => Should.ThrowAsync<DbUpdateException>(db.SaveChangesAsync(Token));

    /// <summary>What was added to a column, in the order of the statements.</summary>
    private IEnumerable<object?> Added(string table, string column)
    {
        foreach (var statement in _connection.Statements)
        {
            var batch = TSql.Parse(statement.Text);
            TSql.All<MergeStatement>(batch).ShouldBeEmpty();
            foreach (var insert in TSql.All<InsertStatement>(batch).Select(insert => insert.InsertSpecification))
            {
                ((NamedTableReference)insert.Target).SchemaObject.BaseIdentifier.Value.ShouldBe(table);
                var place = insert.Columns.ToList().FindIndex(name => name.MultiPartIdentifier.Identifiers[^1].Value == column);
                var values = ((ValuesInsertSource)insert.InsertSource).RowValues.ShouldHaveSingleItem().ColumnValues;
                yield return statement.Parameters.Single(parameter => parameter.ParameterName == ((VariableReference)values[place]).Name).Value;
            }
        }
    }
}
