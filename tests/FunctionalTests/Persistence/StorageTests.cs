using System.Data.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Agents;
using Eliza.Infrastructure.Channels;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.Known;
using Eliza.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Eliza.FunctionalTests.Persistence;

[Trait("Database", "Sqlite")]
public sealed class StorageTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ChannelId Channel = new(Guid.CreateVersion7());

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    public async Task EveryConnection_HasTheSettingsThatKeepDataSafe(string pragma, string value) =>
        (await factory.QueryAsync(db => ReadAsync(db, command => command.CommandText = $"PRAGMA {pragma}"))).ShouldBe([value]);

    [Fact]
    public async Task Attachments_InTheirColumn_HaveNamesThatTheCodeMayNotChange()
    {
        var channel = await factory.Api.CreateChannelAsync("stored-attachments");
        object[] attachments =
        [
            new { url = "https://x.example/a.png", contentType = "image/png", name = "a.png", size = 7, title = "A", description = "An A" },
            new { url = "/media/b.pdf", name = "b.pdf" },
        ];
        (await factory.Api.PostAsync("/api/messaging/submit", new { channel_id = channel, author_id = "ada", content = "Two files", attachments })).ShouldBe(201);

        (await factory.QueryAsync(db => ReadAsync(db, command => command.CommandText = "SELECT Attachments FROM Messages WHERE Content = 'Two files'"))).ShouldBe(
            ["""[{"url":"https://x.example/a.png","type":"image/png","name":"a.png","size":7,"title":"A","about":"An A"},{"url":"/media/b.pdf","name":"b.pdf"}]"""]);
        (await factory.Api.HistoryAsync(channel))[0].GetProperty("attachments").GetRawText().ShouldBe(
            """[{"url":"https://x.example/a.png","contentType":"image/png","name":"a.png","size":7,"title":"A","description":"An A"},"""
            + """{"url":"/media/b.pdf","contentType":null,"name":"b.pdf","size":null,"title":null,"description":null}]""");
    }

    /// <summary>Whatever bounds a page, it is one range of one index in its order; and its total is the channel's counter.</summary>
    [Theory]
    [InlineData(null, null, 0)]
    [InlineData(null, null, 1000)]
    [InlineData(100L, null, 0)]
    [InlineData(null, 10L, 0)]
    [InlineData(100L, 10L, 0)]
    public async Task HistoryPages_AreRangesOfTheChannelsIndex(long? before, long? after, int offset)
    {
        var plan = await QueryPlan.OfAsync(factory, db => ChannelMessages.PageCommand(db, new SqliteHistorySql(), Channel, new HistoryWindow(before, after), 50, offset));
        plan.Steps.Count.ShouldBe(2, plan.ToString());
        plan.Steps[0].ShouldBe("SEARCH c USING INDEX sqlite_autoindex_Channels_1 (Id=?)");
        plan.Steps[1].ShouldBe("SEARCH m USING INDEX UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>? AND Stamp<?) LEFT-JOIN");
    }

    [Fact]
    public async Task TheMessageOfACursor_IsFoundByItsKey() =>
        (await QueryPlan.OfAsync(factory, db => ChannelMessages.StampCommand(db, Channel, new MessageId(Guid.CreateVersion7()))))
            .Steps.ShouldBe(["SEARCH Messages USING INDEX sqlite_autoindex_Messages_1 (Id=?)"]);

    [Fact]
    public async Task DueRuns_AreFoundAmongTheOpenOnesAlone()
    {
        var plan = await PlanAsync(db => AgentRunRepository.DueRuns(db, DateTimeOffset.UnixEpoch, [ActorId.From("busy")]).Take(64));
        plan.ShouldUseIndex("IX_AgentRuns_DueAt_Sequence");
        plan.ShouldUseIndex("IX_AgentRuns_AgentId_ChannelId_Sequence");
    }

    [Fact]
    public async Task TheNextRunOfAConversation_IsTheFirstOfARange() =>
        (await PlanAsync(db => AgentRunRepository.NextRun(db, new Conversation(ActorId.From("eliza"), Channel)).Take(1)))
            .ShouldUseIndex("IX_AgentRuns_AgentId_ChannelId_Sequence");

    [Fact]
    public async Task RunsThatAreHeldOrTooFarAhead_AreFoundAmongTheOpenOnesAlone()
    {
        Specification<AgentRun>[] questions = [new RunningRuns(500), new RunsTooFarAhead(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), 500)];
        foreach (var question in questions)
            (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.AgentRuns, question))).ShouldUseIndex("IX_AgentRuns_DueAt_Sequence");
    }

    [Fact]
    public async Task WhatWasSaidBeforeAQuestion_IsARangeOfTheChannelsIndex()
    {
        var plan = await PlanAsync(db => AgentTurns.Before(db, Channel, 100, 20));
        plan.ShouldUseIndex("UX_Messages_ChannelId_Stamp", "(ChannelId=? AND Stamp<?)");
        plan.ShouldUseIndex("sqlite_autoindex_Participants_1", "(ChannelId=? AND ActorId=?)");
    }

    [Fact]
    public async Task PagesOfParticipants_AreRangesOfAnIndex()
    {
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Participants, new ParticipantsOfChannelPage(Channel, null, 50, 0))))
            .ShouldUseIndex("IX_Participants_ChannelId_JoinedAt_ActorKey");
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Participants, new ParticipantsOfChannelPage(Channel, ActorKind.Agent, 50, 0))))
            .ShouldUseIndex("IX_Participants_ChannelId_Kind_JoinedAt_ActorKey");
    }

    [Fact]
    public async Task MembersOfAChannel_AreRangesOfAnIndex()
    {
        (await PlanAsync(db => ChannelMembers.IdsOf(db, Channel).Take(1001))).ShouldUseIndex("IX_Participants_ChannelId_JoinedAt_ActorKey");
        (await PlanAsync(db => ChannelMembers.AgentsOf(db, Channel).Take(50))).ShouldUseIndex("IX_Participants_ChannelId_Kind_JoinedAt_ActorKey");
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Participants, new ParticipantOfChannel(Channel, ActorId.From("ada")))))
            .ShouldUseIndex("sqlite_autoindex_Participants_1", "(ChannelId=? AND ActorId=?)");
    }

    [Fact]
    public async Task PagesOfAServersChannels_AreRangesOfAnIndexWhoeverLooks()
    {
        foreach (var reader in new[] { null, ActorId.From("ada") })
        {
            (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Channels, new ChannelsOfServerPage(ServerId.Default, reader, 50, 0))))
                .ShouldUseIndex("IX_Channels_ServerId_CreatedAt_Id");
        }
    }

    [Fact]
    public async Task DirectAndMirroredChannels_AreFoundByTheirUniqueIndexes()
    {
        var pair = ChannelPair.Create(ActorId.From("ada"), ActorId.From("bob")).Value;
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Channels, new ChannelOfPair(ServerId.Default, pair)).Select(channel => channel.Id)))
            .ShouldUseIndex("UX_Channels_ServerId_PairKey", "(ServerId=? AND PairKey=?)");
        Source[] sources = [.. Enumerable.Range(0, 100).Select(i => Source.Create("discord", $"{i}").Value)];
        (await PlanAsync(db => ChannelRepository.SourcesOf(db, ServerId.Default, sources))).ShouldUseIndex("UX_Channels_ServerId_Source", "(ServerId=? AND Source=?)");
    }

    [Fact]
    public async Task MembersOfServers_AreRangesOfAnIndex()
    {
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.ServerAgents, new AgentsOfServerPage(ServerId.Default, 50, 0))))
            .ShouldUseIndex("IX_ServerAgents_ServerId_JoinedAt_AgentId");
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.ServerAgents, new ServersOfAgentPage(ActorId.From("eliza"), 50, 0))))
            .ShouldUseIndex("IX_ServerAgents_AgentId_JoinedAt_ServerId");
    }

    [Fact]
    public async Task AnswersThatTellMessages_AreFoundByIndex() =>
        (await PlanAsync(db => StoredAnswersOfMessages.Of(db, db.Messages.Where(message => message.ChannelId == Channel))))
            .ShouldUseIndex("IX_StoredAnswers_MessageId");

    [Fact]
    public async Task MentionedParticipants_AreFoundByTheIndexesOfIdsAndNames()
    {
        string[][] calls = [["ada"], [.. Enumerable.Range(0, 200).Select(i => $"user-{i}")]];
        foreach (var handles in calls)
        {
            var plan = await PlanAsync(db => ChannelDirectory.CalledBy(db, Channel, handles));
            plan.ShouldUseIndex("IX_Participants_ChannelId_ActorKey", "(ChannelId=? AND ActorKey=?)");
            plan.ShouldUseIndex("IX_Participants_ChannelId_NameKey", "(ChannelId=? AND NameKey=?)");
        }
    }

    [Fact]
    public async Task Keys_OfAHash_AreLookedUpInBothIndexes()
    {
        var plan = await PlanAsync(db => KnownKeys.KeysOfHash(db, "hash").Take(1));
        plan.ShouldUseIndex("IX_ApiKeys_Hash");
        plan.ShouldUseIndex("IX_ApiKeys_PreviousHash");
    }

    [Fact]
    public async Task PagesOfKeysAndGrants_AreRangesOfAnIndex()
    {
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.ApiKeys, new ApiKeysPage(50, 0)))).ShouldUseIndex("IX_ApiKeys_CreatedAt_Id");
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.AgentGrants, new AgentGrantsPage(ActorId.From("eliza"), user: null, 50, 0))))
            .ShouldUseIndex("sqlite_autoindex_AgentGrants_1", "(AgentId=?");
    }

    [Fact]
    public async Task ExpiredAnswers_AreTheFirstOfAnIndex() =>
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.StoredAnswers, new ExpiredAnswers(DateTimeOffset.UnixEpoch, 200))))
            .ShouldUseIndex("IX_StoredAnswers_ExpiresAt");

    private Task<Plan> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => factory.QueryAsync(async db =>
    {
        using var explained = query(db).CreateDbCommand();
        return new Plan(await ReadAsync(db, command =>
        {
            command.CommandText = "EXPLAIN QUERY PLAN " + explained.CommandText;
            foreach (DbParameter parameter in explained.Parameters)
            {
                var copy = command.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                command.Parameters.Add(copy);
            }
        }));
    });

    private static async Task<IReadOnlyList<string>> ReadAsync(ElizaDbContext db, Action<DbCommand> prepare)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        prepare(command);
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add($"{reader.GetValue(reader.FieldCount - 1)}");
        return rows;
    }

    private sealed record Plan(IReadOnlyList<string> Steps)
    {
        /// <summary>The index is used (by the columns, if they are named), no table is read from end to end, and nothing is sorted.</summary>
        public void ShouldUseIndex(string name, string columns = "")
        {
            Steps.ShouldContain(step => $"{step} ".Contains($" {name} {columns}"), string.Join('\n', Steps));
            Steps.ShouldNotContain(step => step.StartsWith("SCAN ") && !step.Contains(" INDEX "), string.Join('\n', Steps));
            Steps.ShouldNotContain(step => step.Contains("TEMP B-TREE"), string.Join('\n', Steps));
        }
    }
}
