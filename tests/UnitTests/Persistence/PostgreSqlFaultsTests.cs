using System.Net.Sockets;
using System.Reflection;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Eliza.UnitTests.Persistence;

public sealed class PostgreSqlFaultsTests
{
    private static readonly PostgreSqlFaults Faults = new();

    [Theory]
    [InlineData("23503", "FK_Messages_Channels_ChannelId")]
    [InlineData("40P01", null)]
    [InlineData("40001", null)]
    [InlineData("23505", "PK_Sessions")]
    [InlineData("23505", "IX_AgentRuns_MessageId_AgentId")]
    [InlineData("23505", "UX_Messages_ChannelId_Stamp")]
    [InlineData("23505", "UX_Channels_ServerId_Source")]
    public void Explain_WhenOthersCameInBetween_IsStale(string code, string? constraint) => Faults.Explain(Saved(Answer(code, constraint)))!.Outcome.ShouldBe(CommitOutcome.Stale);

    [Fact]
    public void Explain_WhenARowIsNotAsItWas_IsStale() => Faults.Explain(new DbUpdateConcurrencyException()).ShouldBe(Commit.Stale);

    [Fact]
    public void Explain_WhenTheCallerHasGone_IsNoFaultOfTheDatabase() => Faults.Explain(new OperationCanceledException(null, Answer("57014"))).ShouldBeNull();

    [Fact]
    public void Explain_WhenANameIsTaken_SaysSo() => Faults.Explain(Saved(Answer("23505", "UX_Channels_ServerId_NameKey")))!.Error.ShouldBe(ChannelErrors.NameTaken);

    [Theory]
    [InlineData("IX_ApiKeys_Hash")]
    [InlineData("AK_Messages_Id")]
    [InlineData(null)]
    public void Explain_WhenSomethingElseIsThere_IsAConflict(string? constraint) => Faults.Explain(Saved(Answer("23505", constraint)))!.Error.ShouldBe(CommonErrors.Conflict);

    [Theory]
    [InlineData("08006")]
    [InlineData("25006")]
    [InlineData("28P01")]
    [InlineData("3D000")]
    [InlineData("42501")]
    [InlineData("53100")]
    [InlineData("53300")]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("58030")]
    public void Explain_WhenTheDatabaseCannot_IsUnavailable(string code)
    {
        var fault = Saved(Answer(code));
        Faults.Explain(fault)!.Error.ShouldBe(CommonErrors.StorageUnavailable);
        StorageFaults.IsUnavailable(new RetryLimitExceededException("tried often", fault)).ShouldBeTrue();
    }

    /// <summary>Who waited in vain is told to come again; it is no reason to have all others wait once more.</summary>
    [Theory]
    [InlineData("55P03")]
    [InlineData("57014")]
    [InlineData(null)]
    public void Explain_WhenTimeIsUp_IsBusyAndNotRepeated(string? code)
    {
        var fault = code is null ? new NpgsqlException("Exception while reading from stream", new TimeoutException()) : Answer(code);

        Faults.Explain(Saved(fault))!.Error.ShouldBe(CommonErrors.Busy);
        StorageFaults.IsUnavailable(fault).ShouldBeTrue();
        Repeats(fault).ShouldBeFalse();
        Repeats(new NpgsqlException("Exception while reading from stream", new SocketException())).ShouldBeTrue();
    }

    [Fact]
    public void Explain_WhenTheConnectionBreaks_IsUnavailable()
    {
        var broken = new NpgsqlException("Exception while reading from stream", new SocketException());
        Faults.Explain(Saved(broken))!.Error.ShouldBe(CommonErrors.StorageUnavailable);
        StorageFaults.IsUnavailable(new InvalidOperationException("likely due to a transient failure", broken)).ShouldBeTrue();
    }

    [Fact]
    public void Explain_WhenTheFaultIsOurs_IsNull()
    {
        Faults.Explain(Saved(Answer("22001"))).ShouldBeNull();
        Faults.Explain(Saved(Answer("25P02"))).ShouldBeNull();
        Faults.Explain(Saved(new InvalidOperationException("a mistake of ours"))).ShouldBeNull();
        PostgreSqlFaults.IsUnavailable(Answer("42601")).ShouldBeFalse();
        PostgreSqlFaults.IsUnavailable(new TimeoutException()).ShouldBeFalse();
    }

    private static bool Repeats(Exception fault)
    {
        using var db = new PostgreSqlDbContextFactory().CreateDbContext([]);
        var retries = new PostgreSqlRetries(db.GetService<ExecutionStrategyDependencies>());
        return (bool)typeof(PostgreSqlRetries).GetMethod("ShouldRetryOn", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(retries, [fault])!;
    }

    private static DbUpdateException Saved(Exception inner) => new("could not be saved", inner);

    private static PostgresException Answer(string code, string? constraint = null) => new("what it says", "ERROR", "ERROR", code, constraintName: constraint);
}
