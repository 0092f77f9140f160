using System.Data.Common;
using Eliza.Application.Agents;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Channels;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>Every question about agents and their runs is answered by an index.</summary>
[Trait("Database", "Sqlite")]
public sealed class AgentStorageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ActorId Agent = ActorId.From("agent");
    private static readonly ChannelId Channel = new(Guid.CreateVersion7());
    private static readonly Conversation Conversation = new(Agent, Channel);

    [Fact]
    public async Task WhatAnAgentIsAtWorkOn_IsFoundAmongTheOpenRuns() =>
        (await PlanAsync(db => AgentRunRepository.UnderWay(db, Conversation).Take(1))).ShouldUse("IX_AgentRuns_AgentId_ChannelId_Sequence (AgentId=? AND ChannelId=?)");

    [Fact]
    public async Task AnInbox_IsFoundAmongTheAgentsOpenRuns()
    {
        var plan = await PlanAsync(db => AgentRunRepository.Inbox(db, Agent, DateTimeOffset.UnixEpoch).Take(20));
        plan.ShouldUse("IX_AgentRuns_AgentId_Sequence_Open (AgentId=?)");
        plan.ShouldUse("IX_AgentRuns_AgentId_ChannelId_Sequence (AgentId=? AND ChannelId=? AND Sequence<?)");
    }

    [Fact]
    public async Task TheNewestRunOfAConversation_IsTheFirstOfARange() =>
        (await PlanAsync(db => AgentRunRepository.Newest(db, Conversation).Take(1)))
            .ShouldUse("IX_AgentRuns_AgentId_ChannelId_Sequence_All (AgentId=? AND ChannelId=?)");

    [Fact]
    public async Task AllOpenRunsOfAnAgent_AreARange() =>
        (await PlanAsync(db => AgentRunRepository.OpenOf(db, Agent))).ShouldUse("IX_AgentRuns_AgentId_Sequence_Open (AgentId=?)");

    /// <summary>The index over all runs begins with the same columns: by its name alone they are hard to tell apart.</summary>
    [Fact]
    public async Task WhatTheDispatcherTakes_IsFoundAmongTheOpenRuns()
    {
        (await PlanAsync(db => AgentRunRepository.NextRun(db, Conversation).Take(1))).ShouldUse("IX_AgentRuns_AgentId_ChannelId_Sequence (AgentId=? AND ChannelId=?)");
        var due = await PlanAsync(db => AgentRunRepository.DueRuns(db, DateTimeOffset.UnixEpoch, []).Take(64));
        due.ShouldUse("IX_AgentRuns_DueAt_Sequence (DueAt<?)");
        due.ShouldUse("IX_AgentRuns_AgentId_ChannelId_Sequence (AgentId=? AND ChannelId=? AND Sequence<?)");
    }

    [Fact]
    public async Task RunsOfAMessage_AreLookedUp()
    {
        foreach (var agent in new[] { Agent, null })
            (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.AgentRuns, new RunsOfMessage(new MessageId(Guid.Empty), agent, 100))))
                .ShouldUse("IX_AgentRuns_MessageId_AgentId (MessageId=?");
    }

    [Fact]
    public async Task ListsOfRuns_AreRangesOfTheAgentsOrTheChannelsRuns()
    {
        RunFilter[] filters =
        [
            new(Agent, null, [], null, null),
            new(Agent, null, [AgentRunStatus.Failed], DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch),
            new(Agent, Channel, [], null, null),
            new(Agent, Channel, [AgentRunStatus.Pending, AgentRunStatus.Running], DateTimeOffset.UnixEpoch, null),
        ];
        foreach (var filter in filters)
        {
            var index = filter.ChannelId is null ? "IX_AgentRuns_AgentId_Sequence (AgentId=?" : "IX_AgentRuns_AgentId_ChannelId_Sequence_All (AgentId=? AND ChannelId=?";
            (await PlanAsync(db => RunHistory.Oldest(db, filter))).ShouldUse("COVERING INDEX " + index);
            (await PlanAsync(db => RunHistory.Matching(db, filter, 7))).ShouldUse(index);
            var page = await PlanAsync(db => RunHistory.Shown(db, RunHistory.Matching(db, filter, 7).OrderByDescending(run => run.Sequence).Skip(100).Take(50)));
            page.ShouldUse(index);
            page.ShouldUse("AK_Messages_Id (Id=?)", orElse: "sqlite_autoindex_Messages_1 (Id=?)");
        }
    }

    [Fact]
    public async Task ARunOfAPrompt_IsFoundAmongTheAuthorsNewestMessages()
    {
        const string Said = "IX_Messages_ChannelId_Author_Sequence (ChannelId=? AND Author=?";
        (await PlanAsync(db => RunMessages.OldestSaid(db, Channel, Agent))).ShouldUse("COVERING INDEX " + Said);
        var plan = await PlanAsync(db => RunMessages.OfPrompt(db, Conversation, ActorId.From("ada"), MessageContent.FromTrusted("one"), 7));
        plan.ShouldUse(Said);
        plan.ShouldUse("IX_AgentRuns_MessageId_AgentId (MessageId=? AND AgentId=?)");
        (await PlanAsync(db => RunMessages.Answers(db, Conversation, new MessageId(Guid.CreateVersion7()), 7).Take(1))).ShouldUse(Said);
    }

    [Fact]
    public async Task QuestionsAndRooms_AreLookedUp()
    {
        var questions = await PlanAsync(db => RunMessages.Questions(db, [new MessageId(Guid.Empty), new MessageId(Guid.CreateVersion7())]));
        questions.ShouldUse("AK_Messages_Id (Id=?)", orElse: "sqlite_autoindex_Messages_1 (Id=?)");
        (await PlanAsync(db => ChannelDirectory.MirrorsOf(db, "7").Take(1))).ShouldUse("UX_Channels_ServerId_Source (ServerId=? AND Source=?)");
    }

    [Fact]
    public async Task PlacesOfAnAgent_AreARange() =>
        (await PlanAsync(db => ChannelRepository.PlacesOf(db, Agent))).ShouldUse("IX_Participants_ActorId_ChannelId (ActorId=?)");

    private Task<Plan> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => factory.QueryAsync(async db =>
    {
        using var explained = query(db).CreateDbCommand();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + explained.CommandText;
        foreach (DbParameter parameter in explained.Parameters)
        {
            var copy = command.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            command.Parameters.Add(copy);
        }
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        return new Plan(steps);
    });

    private sealed record Plan(IReadOnlyList<string> Steps)
    {
        /// <summary>The index is used by those columns, no table is read from end to end and, unless told, nothing is sorted.</summary>
        public void ShouldUse(string index, bool sorts = false, string? orElse = null)
        {
            var told = string.Join('\n', Steps);
            Steps.ShouldContain(step => step.Contains(index) || (orElse != null && step.Contains(orElse)), told);
            Steps.ShouldNotContain(step => step.StartsWith("SCAN ") && !step.Contains(" INDEX "), told);
            if (!sorts) Steps.ShouldNotContain(step => step.Contains("TEMP B-TREE"), told);
        }
    }
}
