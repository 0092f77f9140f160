using System.Reflection;
using Eliza.Application.Agents;
using Eliza.Application.Jobs;
using Eliza.Application.Messages;
using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Jobs;
using Eliza.Domain.Media;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.UnitTests.TestData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>Arguments for whatever asks the database: some of each type, so that each way in which a query can be put is put.</summary>
internal static class Samples
{
    /// <summary>Each specification of the domain.</summary>
    public static IReadOnlyList<Type> Specifications { get; } =
        [.. typeof(Message).Assembly.GetTypes().Where(type => !type.IsAbstract && SpecifiedBy(type) is not null)];

    private static readonly Dictionary<Type, object[]> ByType = new()
    {
        [typeof(ServerId)] = [Ids.Server],
        [typeof(ChannelId)] = [Ids.Channel],
        [typeof(MessageId)] = [Ids.Message],
        [typeof(ActorId)] = [Ids.Ada],
        [typeof(AgentRunId)] = [new AgentRunId(Ids.Lease)],
        [typeof(ApiKeyId)] = [ApiKey.BootstrapId],
        [typeof(JobId)] = [new JobId(Ids.Lease)],
        [typeof(MediaId)] = [new MediaId(Ids.Lease)],
        [typeof(Domain.Sessions.SessionId)] = [SessionBuilder.Id],
        [typeof(AnswerId)] = [AnswerId.Of("caller", "operation", IdempotencyKey.Create("key").Value)],
        [typeof(Source)] = [Source.Create("discord", "4711").Value],
        [typeof(DisplayName)] = [DisplayName.From("Ada")],
        [typeof(MessageContent)] = [MessageContent.FromTrusted("Hello")],
        [typeof(ActorKind)] = [ActorKind.User],
        [typeof(JobStatus)] = [JobStatus.Completed],
        [typeof(DateTimeOffset)] = [Times.Now],
        [typeof(TimeSpan)] = [TimeSpan.FromMinutes(1)],
        [typeof(int)] = [10],
        [typeof(long)] = [1000L],
        [typeof(string)] = [Ids.Message.ToString(), "room"],
        [typeof(CancellationToken)] = [CancellationToken.None],
        [typeof(ChannelPair)] = [ChannelPair.Create(Ids.Ada, Ids.Bob).Value],
        [typeof(Conversation)] = [new Conversation(Ids.Eliza, Ids.Channel)],
        [typeof(Question)] = [new Question(Ids.Message, Ids.Channel, Ids.Eliza)],
        [typeof(JobsOf)] = [JobsOf.Everybody, new JobsOf("owner", null), new JobsOf(null, Ids.Ada)],
        [typeof(HistoryWindow)] = [new HistoryWindow(null, null), new HistoryWindow(null, 1000), new HistoryWindow(1000, null)],
        [typeof(RunFilter)] =
        [
            new RunFilter(Ids.Eliza, null, [], null, null),
            new RunFilter(Ids.Eliza, Ids.Channel, [AgentRunStatus.Completed, AgentRunStatus.Failed], Times.Now, Times.Now),
        ],
        [typeof(SearchCriteria)] =
        [
            new SearchCriteria(SearchText.Create("mother fath").Value, Ids.Channel, Ids.Ada, Times.Now, Times.Now, Ids.Bob, 10, 0),
            new SearchCriteria(SearchText.Create("mother").Value, null, null, null, null, null, 10, 0),
            new SearchCriteria(null, Ids.Channel, null, null, null, null, 10, 0),
            new SearchCriteria(null, Ids.Channel, Ids.Ada, Times.Now, Times.Now, null, 10, 0),
            new SearchCriteria(null, null, Ids.Ada, Times.Now, null, Ids.Bob, 10, 0),
        ],
        [typeof(Channel)] = [new ChannelBuilder().Build()],
        [typeof(Server)] = [Server.Default(Times.Now)],
        [typeof(Domain.Sessions.Session)] = [new SessionBuilder().Build()],

        // What a unit of work may need.
        [typeof(object)] = [Ids.Channel, SessionBuilder.Id, new AgentRunId(Ids.Lease), DatabaseLock.Agents],
    };

    /// <summary>Some values for a parameter; null among them where it may be null.</summary>
    public static IReadOnlyList<object?> Of(ParameterInfo parameter, IServiceProvider services)
    {
        if (parameter is { Name: "after", ParameterType.Name: nameof(String) }) return [Ids.Message.ToString(), null];
        var values = Of(parameter.ParameterType, services);
        return MayBeNull(parameter) ? [.. values, null] : values;
    }

    /// <summary>Calls with each of the values of each argument at least once.</summary>
    public static IEnumerable<object?[]> Calls(MethodBase method, IServiceProvider services)
    {
        var values = method.GetParameters().Select(parameter => Of(parameter, services)).ToList();
        var calls = values.Count == 0 ? 1 : values.Max(some => some.Count);
        return Enumerable.Range(0, calls).Select(call => values.Select(some => some[call % some.Count]).ToArray());
    }

    /// <summary>Each specification of that aggregate, in each way.</summary>
    public static IEnumerable<object> SpecificationsOf(Type aggregate, IServiceProvider services) => Specifications
        .Where(type => SpecifiedBy(type) == aggregate)
        .SelectMany(type => Calls(type.GetConstructors().Single(), services).Select(arguments => Activator.CreateInstance(type, arguments)!));

    private static object?[] Of(Type type, IServiceProvider services)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ByType.TryGetValue(type, out var values)) return values;
        if (type == typeof(CommitUnit)) return [Unit(services)];
        if (type == typeof(ElizaDbContext) || type.Name == "ISearchDialect") return [services.GetRequiredService(type)];
        if (!type.IsGenericType) throw new InvalidOperationException($"There is no sample of {type} yet.");

        var part = type.GenericTypeArguments[0];
        if (type.GetGenericTypeDefinition() == typeof(ISpecification<>)) return [.. SpecificationsOf(part, services)];
        if (type.GetGenericTypeDefinition() == typeof(IQueryable<>))
            return [typeof(Samples).GetMethod(nameof(Rows), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(part).Invoke(null, [services])!];
        var one = Array.CreateInstance(part, 1);
        one.SetValue(Of(part, services)[0], 0);
        var several = Array.CreateInstance(part, 3);
        for (var i = 0; i < several.Length; i++) several.SetValue(one.GetValue(0), i);
        return [several, one, Array.CreateInstance(part, 0)];
    }

    /// <summary>It adds to a channel, and changes a session and a run.</summary>
    private static CommitUnit Unit(IServiceProvider services)
    {
        var (rows, db) = (new NewRows(), services.GetRequiredService<ElizaDbContext>());
        rows.Add(new MessageBuilder().Build());
        db.Update(new SessionBuilder().Build());
        var run = db.Entry(AgentRun.Queue(Ids.Eliza, Ids.Channel, Ids.Message, Times.Now));
        run.Property(row => row.Sequence).CurrentValue = 1;
        run.State = EntityState.Modified;
        return CommitUnit.Of(rows, db, services.GetRequiredService<Premises>());
    }

    private static DbSet<T> Rows<T>(IServiceProvider services) where T : class => services.GetRequiredService<ElizaDbContext>().Set<T>();

    private static bool MayBeNull(ParameterInfo parameter) => Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable);

    private static Type? SpecifiedBy(Type type) =>
        type.GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ISpecification<>))?.GenericTypeArguments[0];
}
