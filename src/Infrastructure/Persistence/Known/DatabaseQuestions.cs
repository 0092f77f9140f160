using Microsoft.Extensions.DependencyInjection;

namespace Eliza.Infrastructure.Persistence.Known;

/// <summary>Asks the database for what outlives the request that asks: in a scope of its own, outside the request's transaction.</summary>
internal static class DatabaseQuestions
{
    public static async Task<T> AskAsync<T>(this IServiceScopeFactory scopes, Func<ElizaDbContext, Task<T>> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<ElizaDbContext>());
    }
}
