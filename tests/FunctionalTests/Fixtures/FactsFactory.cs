using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.PostgreSql;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.UnitTests.TestData;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>
/// A server on a clock that stands still, so what it has in memory gets no older by itself; that takes its database for one that others
/// change too; and that tells what it asks it.
/// </summary>
public sealed class FactsFactory : ApiFactory
{
    internal ManualTimeProvider Time { get; } = new();

    internal AskedQuestions Asked { get; } = new();

    /// <summary>Changes rows as another server does, of which this one is told nothing.</summary>
    internal async Task ChangeElsewhereAsync(FormattableString sql) => (await QueryAsync(db => db.Database.ExecuteSqlAsync(sql))).ShouldBePositive();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => 
        {
            services.AddSingleton<TimeProvider>(Time).AddSingleton(FactLifetimes.Shared);
            if (TestDatabase.IsPostgreSql) services.ConfigureDbContext<PostgreSqlDbContext>(options => options.AddInterceptors(Asked));
            else services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(Asked));
        });
    }
}
