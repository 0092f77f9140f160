using System.Diagnostics;
using Eliza.FunctionalTests.Contract;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Realtime.Gateway;

/// <summary>What clients hear when the server itself is in trouble, or stops.</summary>
[Trait("Database", "Sqlite")]
public sealed class TroubledGatewayTests(BrokenServerTests.Factory factory) : IClassFixture<BrokenServerTests.Factory>
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Event_WhenTheDatabaseCannotBeWritten_IsRefusedAndDoneAfterwards()
    {
        var channel = await factory.Api.CreateRoomAsync();
        await using var socket = await TestSocket.OfUserAsync(factory, "ada");
        var message = new { roomId = channel, message = "Hello", messageId = "through-trouble" };
        await using (await LockDatabaseAsync())
        {
            (await socket.AskAsync("2", message)).ShouldBeRefused("SERVICE_UNAVAILABLE");
            var error = await socket.HearAsync("messageError");
            (error.Text("code"), error.Text("clientMessageId"), error.Text("roomId")).ShouldBe(("SERVICE_UNAVAILABLE", "through-trouble", $"{channel}"));
        }

        (await socket.AskAsync("2", message)).ShouldBeDone();
    }

    [Fact]
    public async Task Event_WhenTheServerHasABug_SaysNothingOfItAndTheConnectionLives()
    {
        var channel = await factory.Api.CreateRoomAsync();
        await using var socket = await TestSocket.ConnectAsync(factory);

        (await socket.AskAsync("request-world-state", new { roomId = channel })).ShouldBeRefused("INTERNAL_ERROR");

        (await socket.HearAsync("messageError")).Data.GetRawText().ShouldNotContain("secret");
        await socket.JoinAsync(channel);
        factory.Log.Lines.ShouldContain(line => line.StartsWith("Error") && line.Contains("failed unexpectedly") && line.Contains("a secret of the inside"));
    }

    [Fact]
    public async Task Stop_ClosesConnectionsAtOnce()
    {
        var stopping = new ApiFactory();
        var channel = await stopping.Api.CreateRoomAsync();
        var sockets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TestSocket.ConnectAsync(stopping)));
        foreach (var socket in sockets) await socket.JoinAsync(channel);
        var watch = Stopwatch.StartNew();

        var stopped = stopping.DisposeAsync().AsTask();
        await Task.WhenAll(sockets.Select(socket => socket.Ended));

        watch.Elapsed.ShouldBeLessThan(Quick);
        await stopped;
        foreach (var socket in sockets)
        {
            socket.Heard.ShouldNotContain(heard => heard.Name == "disconnect", "clients come back by themselves from a connection that ends alone");
            await socket.DisposeAsync();
        }
        stopping.Log.Lines.ShouldNotContain(line => line.StartsWith("Error"));
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
}
