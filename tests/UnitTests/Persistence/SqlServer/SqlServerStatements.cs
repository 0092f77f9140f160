using System.Data;
using System.Reflection;
using AutoMapper.Internal;
using Eliza.Application;
using Eliza.Domain.Messages;
using Eliza.Infrastructure;
using Eliza.Infrastructure.Access;
using Eliza.Infrastructure.Media;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.Repositories;
using Eliza.Infrastructure.Persistence.Servers;
using Eliza.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>What all that asks the database would send to SQL Server, by asking each in each way over a connection that only takes notes.</summary>
internal sealed class SqlServerStatements
{
    /// <summary>Beside the database these are about files; they look for a row by its key.</summary>
    private static readonly Type[] OfFiles = [typeof(BootstrapKey), typeof(MediaStore)];

    private static readonly Lazy<Task<SqlServerStatements>> Asked = new(AskAsync);

    private readonly List<(string Asker, RecordedStatement Statement)> _all = [];

    private SqlServerStatements()
    {
    }

    /// <summary>Everything, with the name of what asked for it.</summary>
    public IReadOnlyList<(string Asker, RecordedStatement Statement)> All => _all;

    public static Task<SqlServerStatements> GetAsync() => Asked.Value;

    /// <summary>The application as it runs over SQL Server, but for the connection.</summary>
    public static ServiceProvider Serve(RecordingConnection connection)
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:Eliza"] = "Server=none" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddApplication(autoMapperLicenseKey: null).AddInfrastructure(configuration)
            .AddScoped<ElizaDbContext>(_ => Context(connection))
            .BuildServiceProvider();
    }

    public static SqlServerDbContext Context(RecordingConnection connection)
    {
        var options = new DbContextOptionsBuilder<SqlServerDbContext>().UseSqlServer(connection);
        SqlServerRegistration.Adapt(options);
        var db = new SqlServerDbContext(options.Options);
        connection.Answer = text => text.Contains("m.*", StringComparison.Ordinal) ? ColumnsOf<Message>(db) : null;
        return db;
    }

    private static async Task<SqlServerStatements> AskAsync()
    {
        var statements = new SqlServerStatements();
        foreach (var asker in AskersOf(typeof(UnitOfWork).Assembly)) await statements.AskAsync(asker);
        statements.AskQueries(typeof(UnitOfWork).Assembly);
        await statements.AskProjectionsAsync();
        return statements;
    }

    /// <summary>All that asks by itself: what takes the context, and is neither part of committing (there are tests of that) nor of starting.</summary>
    internal static IEnumerable<Type> AskersOf(Assembly infrastructure) => infrastructure.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false } && type.Namespace != typeof(UnitOfWork).Namespace
            && type != typeof(UnitsTogether) && type != typeof(Outdated) && !OfFiles.Contains(type) && !type.IsAssignableTo(typeof(IDatabaseInitializer))
            && type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == typeof(ElizaDbContext)))
        .Where(type => Questions(type).Any());

    private static IEnumerable<MethodInfo> Questions(Type asker) => asker.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType.IsAssignableTo(typeof(Task)));

    private async Task AskAsync(Type asker)
    {
        var connection = new RecordingConnection();
        await using var services = Serve(connection);
        foreach (var question in Questions(asker))
        {
            foreach (var call in Calls(question, services))
            {
                await using var scope = services.CreateAsyncScope();
                if (asker == typeof(UnitLocks)) await scope.ServiceProvider.GetRequiredService<ElizaDbContext>().Database.BeginTransactionAsync();
                await AskAsync(ActivatorUtilities.CreateInstance(scope.ServiceProvider, asker), question, call);
            }
        }
        Keep(asker.Name, connection);
    }

    private static async Task AskAsync(object asker, MethodInfo question, object?[] call)
    {
        try
        {
            await (Task)question.Invoke(asker, call)!;
        }
        catch (InvalidOperationException noRows) when (noRows.Message.Contains("contains no elements", StringComparison.Ordinal))
        {
            // There are no rows.
        }
    }

    private static List<object?[]> Calls(MethodInfo method, IServiceProvider services)
    {
        using var scope = services.CreateScope();
        return [.. Samples.Calls(method, scope.ServiceProvider)];
    }

    /// <summary>The queries that have names of their own: some are asked only when another has found something.</summary>
    private void AskQueries(Assembly infrastructure)
    {
        var queries = infrastructure.GetTypes().Where(type => !type.IsGenericType)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsGenericMethod && method.ReturnType.IsAssignableTo(typeof(IQueryable))
                && method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(ElizaDbContext));
        var connection = new RecordingConnection();
        using var services = Serve(connection);
        using var scope = services.CreateScope();
        foreach (var query in queries)
        {
            foreach (var call in Samples.Calls(query, scope.ServiceProvider)) Run((IQueryable)query.Invoke(null, call)!);
        }
        Keep("Queries", connection);
    }

    /// <summary>Each page and count that is read without aggregates: by every specification, into every record that its rows are mapped to.</summary>
    private async Task AskProjectionsAsync()
    {
        var connection = new RecordingConnection();
        await using var services = Serve(connection);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ElizaDbContext>();
        var rows = 0;
        foreach (var map in services.GetRequiredService<AutoMapper.IConfigurationProvider>().Internal().GetAllTypeMaps())
        {
            if (db.Model.FindEntityType(map.SourceType) is null) continue;
            var repository = ActivatorUtilities.CreateInstance(scope.ServiceProvider, typeof(EfReadRepository<>).MakeGenericType(map.SourceType));
            foreach (var specification in Samples.SpecificationsOf(map.SourceType, scope.ServiceProvider))
            {
                foreach (var question in Questions(repository.GetType()))
                {
                    await AskAsync(repository, question.IsGenericMethod ? question.MakeGenericMethod(map.DestinationType) : question, [specification, CancellationToken.None]);
                }
            }
            rows++;
        }
        rows.ShouldBeGreaterThan(5);
        Keep("Projections", connection);
    }

    private static void Run(IQueryable query)
    {
        foreach (var _ in query)
        {
            // There are no rows.
        }
    }

    private void Keep(string asker, RecordingConnection connection) => _all.AddRange(connection.Statements.DistinctBy(statement => statement.Text).Select(statement => (asker, statement)));

    private static DataTable ColumnsOf<T>(SqlServerDbContext db)
    {
        var table = new DataTable();
        foreach (var property in db.Model.FindEntityType(typeof(T))!.GetProperties()) table.Columns.Add(property.GetColumnName());
        return table;
    }
}
