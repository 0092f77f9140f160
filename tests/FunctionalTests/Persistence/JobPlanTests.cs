using System.Data.Common;
using Eliza.Application.Agents;
using Eliza.Application.Jobs;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Jobs;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How the database finds jobs, replies, and what stands for something on a platform.</summary>
[Trait("Database", "Sqlite")]
public sealed class JobPlanTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ActorId Ada = ActorId.From("ada");
    private static readonly ChannelId Channel = new(Guid.CreateVersion7());
    private static readonly Source Source = Source.Create("discord", "general").Value;

    [Fact]
    public async Task ARepliesState_IsFoundByUniqueIndexes() => ShouldUse(
        await PlanAsync(db => ReplyFinder.Rows(db, new Question(new MessageId(Guid.CreateVersion7()), Channel, Ada))),
        sorted: true, "sqlite_autoindex_Messages_", "IX_AgentRuns_MessageId_AgentId");

    [Fact]
    public async Task JobsOfAnOwnerAndOfAll_AreRangesOfAnIndex()
    {
        ShouldUse(await PlanAsync(db => JobBoard.Newest(db, new JobsOf("key:1", null)).Take(50)), sorted: true, "IX_Jobs_Owner_CreatedAt_Id (Owner=?");
        ShouldUse(await PlanAsync(db => JobBoard.Newest(db, JobsOf.Everybody).Take(50)), sorted: true, "IX_Jobs_CreatedAt_Id");
    }

    /// <summary>A person's jobs are found by the channels, and then put in order: there are no more of them than channels.</summary>
    [Fact]
    public async Task JobsOfAPerson_AreFoundByTheChannelsOfThatPerson() => ShouldUse(
        await PlanAsync(db => JobBoard.Newest(db, new JobsOf("user:ada", Ada)).Take(50)),
        sorted: false, "IX_Participants_ActorId_ChannelId (ActorId=?", "IX_Jobs_ChannelId (ChannelId=?");

    [Fact]
    public async Task WhatIsToldOfJobs_IsFoundByUniqueIndexes()
    {
        var one = new JobId(Guid.CreateVersion7());
        ShouldUse(
            await PlanAsync(db => JobRows.Views(db, db.Jobs.Where(job => job.Id == one))),
            sorted: true, "sqlite_autoindex_Jobs_1", "IX_AgentRuns_MessageId_AgentId", "sqlite_autoindex_Messages_");
        ShouldUse(
            await PlanAsync(db => JobRows.Progress(db, JobBoard.Newest(db, new JobsOf("key:1", null)).Take(IJobBoard.Window))),
            sorted: true, "IX_Jobs_Owner_CreatedAt_Id (Owner=?", "IX_AgentRuns_MessageId_AgentId");
    }

    [Fact]
    public async Task ExpiredJobsAndUnexpiredOnesOfAnOwner_AreRangesOfAnIndex()
    {
        ShouldUse(await PlanAsync(db => JobRepository.Expired(db, DateTimeOffset.UnixEpoch).Take(100)), sorted: true, "IX_Jobs_ExpiresAt");
        ShouldUse(await PlanAsync(db => JobRepository.Unexpired(db, "key:1", DateTimeOffset.UtcNow).Take(10_000)), sorted: true, "IX_Jobs_Owner_CreatedAt_Id (Owner=? AND CreatedAt>?");
    }

    [Fact]
    public async Task WhatStandsForSomethingOnAPlatform_IsFoundByUniqueIndexes()
    {
        ShouldUse(
            await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Channels, new ChannelBySource(ServerId.Default, Source))),
            sorted: true, "UX_Channels_ServerId_Source");
        ShouldUse(
            await PlanAsync(db => db.Channels.Where(channel => channel.Id == Channel)
                .SelectMany(channel => channel.Participants.Where(participant => new[] { Ada }.Contains(participant.ActorId)))),
            sorted: true, "sqlite_autoindex_Participants_1 (ChannelId=? AND ActorId=?)");
        ShouldUse(await PlanAsync(db => db.PlatformMessages.Where(message => message.ChannelId == Channel && message.Source == Source)), sorted: true, "sqlite_autoindex_PlatformMessages_1");
        ShouldUse(await PlanAsync(db => db.PlatformUsers.Where(user => user.Source == Source)), sorted: true, "sqlite_autoindex_PlatformUsers_1");
    }

    /// <summary>The rows that an earlier step gives, one after the other, are no table.</summary>
    private static bool ReadsATable(string step, IReadOnlyList<string> steps) =>
        step.StartsWith("SCAN ") && !step.Contains(" INDEX ") && !steps.Contains(step.Replace("SCAN ", "CO-ROUTINE "));

    /// <summary>The indexes are used and no table is read from end to end; as it is <paramref name="sorted"/> already, nothing is sorted.</summary>
    private static void ShouldUse(IReadOnlyList<string> steps, bool sorted, params string[] indexes)
    {
        var plan = string.Join('\n', steps);
        foreach (var index in indexes) plan.ShouldContain(index);
        steps.ShouldNotContain(step => ReadsATable(step, steps), plan);
        if (sorted) steps.ShouldNotContain(step => step.Contains("TEMP B-TREE"), plan);
    }

    private Task<IReadOnlyList<string>> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => factory.QueryAsync<IReadOnlyList<string>>(async db =>
    {
        await using var command = query(db).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        var steps = new List<string>();
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        return steps;
    });
}
