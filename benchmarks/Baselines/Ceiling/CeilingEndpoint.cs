namespace Eliza.Benchmarks.Baselines.Ceiling;

/// <summary>As fast as a message can be kept durably here with plain means: no rule, no right, one hand-written group commit.</summary>
internal static class CeilingEndpoint
{
    public static Action<WebApplication> Add(IServiceCollection services, string database)
    {
        services.AddSingleton(_ => new GroupCommit(database));
        return app =>
        {
            // At once, so that the table is there and no request waits for it.
            app.Services.GetRequiredService<GroupCommit>();
            app.MapPost("/messages", async (MessageBody body, GroupCommit commits) =>
            {
                var now = TimeProvider.System.GetUtcNow();
                var id = Guid.CreateVersion7(now);
                await commits.InsertAsync(StoredMessage.Of(body, id, now));
                return TypedResults.Created((string?)null, MessageAnswer.Of(body, id, now));
            });
        };
    }
}
