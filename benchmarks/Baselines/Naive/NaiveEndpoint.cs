using Microsoft.EntityFrameworkCore;

namespace Eliza.Benchmarks.Baselines.Naive;

/// <summary>What one writes first: EF Core, the rows that the server's submission writes too, one request after the other. No rule and no right either.</summary>
internal static class NaiveEndpoint
{
    public static Action<WebApplication> Add(IServiceCollection services, string database)
    {
        services.AddDbContextPool<NaiveContext>(options => options.UseSqlite($"Data Source={database}").AddInterceptors(new SyncFull()));
        services.AddSingleton(_ => new SemaphoreSlim(1, 1));
        return app =>
        {
            using (var scope = app.Services.CreateScope())
            {
                var context = scope.ServiceProvider.GetRequiredService<NaiveContext>();
                context.Database.EnsureCreated();
                context.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
            }
            app.MapPost("/messages", async (MessageBody body, HttpRequest request, NaiveContext context, SemaphoreSlim turn, CancellationToken cancellationToken) =>
            {
                var now = TimeProvider.System.GetUtcNow();
                var id = Guid.CreateVersion7(now);
                var answer = MessageAnswer.Of(body, id, now);
                var message = StoredMessage.Of(body, id, now);
                var storedAnswer = StoredAnswer.Of(request.Headers["Idempotency-Key"].ToString(), body, answer, message);
                await turn.WaitAsync(cancellationToken);
                try
                {
                    context.Add(message);
                    context.Add(storedAnswer);
                    await context.SaveChangesAsync(cancellationToken);
                }
                finally
                {
                    turn.Release();
                }
                return TypedResults.Created((string?)null, answer);
            });
        };
    }
}
