using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>The database can be read but not written, and then written again.</summary>
[Trait("Database", "Sqlite")]
public sealed class ReadOnlyDatabaseTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private readonly Api _api = factory.Api;

    /// <summary>The committer opens its connection when it first needs one, and anew after each fault.</summary>
    [Fact]
    public async Task Submit_WhileTheDatabaseIsReadOnly_IsRefusedAndWorksAgainAfterwards()
    {
        var channel = await _api.CreateChannelAsync("read-only");
        var options = factory.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var connection = options.ConnectionString;
        options.GivenConnectionString = connection + ";Mode=ReadOnly";

        for (var i = 0; i < 2; i++) (await SubmitAsync(channel, "lost")).ShouldBeError(503, "SERVICE_UNAVAILABLE").Headers["Retry-After"].ShouldBe("1");
        (await _api.HistoryAsync(channel)).ShouldBeEmpty();

        options.GivenConnectionString = connection;
        (await SubmitAsync(channel, "kept")).ShouldBe(201);
        (await _api.HistoryAsync(channel)).ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("kept");
    }

    private Task<Answer> SubmitAsync(Guid channel, string content) =>
        _api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content });
}
