using System.Reflection;
using System.Runtime.CompilerServices;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Eliza.UnitTests.Persistence.SqlServer;

public sealed class SqlServerFaultsTests
{
    private const byte OfARequest = 16;
    private const byte OfTheConnection = 20;

    private static readonly SqlServerFaults Faults = new();

    [Theory]
    [InlineData(547, "The INSERT statement conflicted with the FOREIGN KEY constraint")]
    [InlineData(1205, "Transaction (Process ID 52) was deadlocked on lock resources with another process and has been chosen as the deadlock victim.")]
    [InlineData(SqlServerLocks.NotTaken, "The lock could not be taken.")]
    [InlineData(2627, "Violation of PRIMARY KEY constraint 'PK_Sessions'. Cannot insert duplicate key in object 'dbo.Sessions'. The duplicate key value is (1).")]
    [InlineData(2627, "Verletzung der PRIMARY KEY-Einschränkung \"PK_Sessions\". Ein doppelter Schlüssel kann in das dbo.Sessions-Objekt nicht eingefügt werden.")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.AgentRuns' with unique index 'IX_AgentRuns_MessageId_AgentId'. The duplicate key value is (1).")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.Messages' with unique index 'UX_Messages_ChannelId_Stamp'. The duplicate key value is (1).")]
    public void Explain_WhenOthersCameInBetween_IsStale(int number, string message) => Faults.Explain(Saved(Error(number, OfARequest, message)))!.Outcome.ShouldBe(CommitOutcome.Stale);

    [Fact]
    public void Explain_WhenARowIsNotAsItWas_IsStale() => Faults.Explain(new DbUpdateConcurrencyException()).ShouldBe(Commit.Stale);

    [Theory]
    [InlineData("Cannot insert duplicate key row in object 'dbo.Channels' with unique index 'UX_Channels_ServerId_NameKey'. The duplicate key value is (1, PK_Sessions).")]
    [InlineData("Eine Zeile mit doppeltem Schlüssel kann in das dbo.Channels-Objekt mit dem eindeutigen „UX_Channels_ServerId_NameKey“-Index nicht eingefügt werden.")]
    public void Explain_WhenANameIsTaken_SaysSo(string message) => Faults.Explain(Saved(Error(2601, OfARequest, message)))!.Error.ShouldBe(ChannelErrors.NameTaken);

    [Theory]
    [InlineData("Cannot insert duplicate key row in object 'dbo.ApiKeys' with unique index 'IX_ApiKeys_Hash'.")]
    [InlineData("Violation of UNIQUE KEY constraint 'AK_Messages_Id'.")]
    [InlineData("A message of a later version, which names nothing")]
    public void Explain_WhenSomethingElseIsThere_IsAConflict(string message) => Faults.Explain(Saved(Error(2627, OfARequest, message)))!.Error.ShouldBe(CommonErrors.Conflict);

    [Theory]
    [InlineData(229, 14, "The INSERT permission was denied on the object 'Messages'.")]
    [InlineData(1105, 17, "Could not allocate space for object 'dbo.Messages'.")]
    [InlineData(3906, 16, "Failed to update database because the database is read-only.")]
    [InlineData(4060, 11, "Cannot open database requested by the login.")]
    [InlineData(9002, 17, "The transaction log for database is full.")]
    [InlineData(10928, 16, "The request limit for the database has been reached.")]
    [InlineData(18456, 14, "Login failed for user 'eliza'.")]
    [InlineData(53, OfTheConnection, "A network-related or instance-specific error occurred.")]
    [InlineData(4711, OfTheConnection, "Something that ended the connection.")]
    [InlineData(701, 17, "There is insufficient system memory.")]
    public void Explain_WhenTheDatabaseCannot_IsUnavailable(int number, byte severity, string message)
    {
        var fault = Saved(Error(number, severity, message));
        Faults.Explain(fault)!.Error.ShouldBe(CommonErrors.StorageUnavailable);
        StorageFaults.IsUnavailable(new RetryLimitExceededException("tried often", fault)).ShouldBeTrue();
    }

    /// <summary>Who waited in vain is told to come again; it is no reason to have all others wait once more.</summary>
    [Theory]
    [InlineData(-2, 11, "Execution Timeout Expired.")]
    [InlineData(1222, OfARequest, "Lock request time out period exceeded.")]
    [InlineData(SqlServerLocks.TooLate, OfARequest, "The lock did not come in time.")]
    public void Explain_WhenTimeIsUp_IsBusyAndNotRepeated(int number, byte severity, string message)
    {
        var fault = Error(number, severity, message);

        Faults.Explain(Saved(fault))!.Error.ShouldBe(CommonErrors.Busy);
        StorageFaults.IsUnavailable(fault).ShouldBeTrue();
        Repeats(fault).ShouldBeFalse();
        Repeats(Error(10054, OfTheConnection, "A transport-level error has occurred.")).ShouldBeTrue();
    }

    /// <summary>What the client itself says of a connection that is gone; so it does of a pool that has none left.</summary>
    [Fact]
    public void Explain_WhenThereIsNoConnection_IsUnavailable()
    {
        using var command = new SqlCommand("SELECT 1", new SqlConnection("Server=none"));
        var gone = Should.Throw<InvalidOperationException>(() => command.ExecuteNonQuery());
        Faults.Explain(Saved(gone))!.Error.ShouldBe(CommonErrors.StorageUnavailable);
        StorageFaults.IsUnavailable(gone).ShouldBeTrue();
    }

    [Fact]
    public void Explain_WhenTheFaultIsOurs_IsNull()
    {
        Faults.Explain(Saved(Error(8152, OfARequest, "String or binary data would be truncated."))).ShouldBeNull();
        Faults.Explain(Saved(new InvalidOperationException("a mistake of ours"))).ShouldBeNull();
        Faults.Explain(new TimeoutException()).ShouldBeNull();
        SqlServerFaults.IsUnavailable(Error(102, 15, "Incorrect syntax")).ShouldBeFalse();
        SqlServerFaults.IsUnavailable(Error(1205, OfARequest, "deadlock")).ShouldBeFalse();
    }

    private static bool Repeats(Exception fault)
    {
        using var db = new SqlServerDbContextFactory().CreateDbContext([]);
        var retries = new SqlServerRetries(db.GetService<ExecutionStrategyDependencies>());
        return (bool)typeof(SqlServerRetries).GetMethod("ShouldRetryOn", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(retries, [fault])!;
    }

    private static DbUpdateException Saved(Exception inner) => new("could not be saved", inner);

    /// <summary>As the client makes it of the server's answer; it offers no way to do so.</summary>
    private static SqlException Error(int number, byte severity, string message)
    {
        var constructor = typeof(SqlError).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).First(made => made.GetParameters().Any(given => given.Name == "errorClass"));
        var error = constructor.Invoke([.. constructor.GetParameters().Select(given => given.Name switch
        {
            "infoNumber" => number,
            "errorClass" => severity,
            "errorMessage" => message,
            _ => given.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(given.ParameterType) : null,
        })]);
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(errors, [error]);
        return (SqlException)typeof(SqlException)
            .GetMethod("CreateException", BindingFlags.NonPublic | BindingFlags.Static, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "14.0"])!;
    }
}
