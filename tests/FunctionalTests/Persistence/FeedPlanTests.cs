using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Feeds;
using Eliza.Domain.Messages;
using Eliza.Domain.Sessions;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Feeds;
using Eliza.Infrastructure.Persistence;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How the database finds what happened in channels: each question is one range of one index, in its order.</summary>
[Trait("Database", "Sqlite")]
public sealed class FeedPlanTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ChannelId Channel = new(Guid.CreateVersion7());

    [Fact]
    public Task MessagesBehindAStamp_AreARange() => ShouldUseAsync(
        db => ChannelLog.MessagesBehind(db, Channel, after: 1, last: 2), "SEARCH m USING INDEX UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>? AND Stamp<?)");

    [Fact]
    public Task ChangesBehindAStamp_AreARange() => ShouldUseAsync(
        db => ChannelLog.ChangesBehind(db, Channel, after: 1, last: 2), "SEARCH c USING INDEX sqlite_autoindex_ChannelChanges_1 (ChannelId=? AND Stamp>? AND Stamp<?)");

    [Fact]
    public Task HeadsOfChannels_AreFoundByTheirKeys() => ShouldUseAsync(
        db => ChannelLog.Heads(db, [Channel, new ChannelId(Guid.CreateVersion7())]), "SEARCH c USING INDEX sqlite_autoindex_Channels_1 (Id=?)");

    [Fact]
    public Task SessionsThatAreListenedTo_AreFoundByTheirKeys() => ShouldUseAsync(
        db => ChannelLog.Sessions(db, [new SessionId(Guid.CreateVersion7()), new SessionId(Guid.CreateVersion7())]), "SEARCH s USING INDEX sqlite_autoindex_Sessions_1 (Id=?)");

    [Fact]
    public Task RunsOfMessages_AreFoundByTheirKeys() => ShouldUseAsync(
        db => ChannelLog.Runs(db, [new MessageId(Guid.CreateVersion7()), new MessageId(Guid.CreateVersion7())]), "SEARCH a USING INDEX IX_AgentRuns_MessageId_AgentId (MessageId=?)");

    [Fact]
    public Task NamesOfThoseInAChannel_AreFoundByTheirKeys() => ShouldUseAsync(
        db => ChannelLog.Named(db, Channel, [ActorId.From("ada"), ActorId.From("bob")]), "SEARCH p USING INDEX sqlite_autoindex_Participants_1 (ChannelId=? AND ActorId=?)");

    [Fact]
    public Task AgentsByWhoseNamesPeopleGo_AreSoughtAmongTheAgentsOfTheChannel() => ShouldUseAsync(
        db => ChannelLog.Named(db, Channel, [ActorId.From("ada")]).Concat(ChannelLog.AgentsCalled(db, Channel, ["eliza", "echo"])), "(ChannelId=? AND Kind=?)");

    [Fact]
    public Task TheStampOfAMessage_IsFoundByItsKey() => ShouldUseAsync(
        db => FeedPlaces.StampOf(db, Channel, new MessageId(Guid.CreateVersion7())), "(Id=?)");

    [Fact]
    public Task ChangesThatAreForgotten_AreARange() => ShouldUseAsync(
        db => SpecificationEvaluator.GetQuery(db.ChannelChanges, new ChangesBefore(DateTimeOffset.UnixEpoch, 200)), "SEARCH c USING INDEX IX_ChannelChanges_Stamp (Stamp<?)");

    private async Task ShouldUseAsync<T>(Func<ElizaDbContext, IQueryable<T>> query, string step) =>
        (await QueryPlan.OfAsync(factory, query)).ShouldUse(step).ShouldSortNothing().ShouldReadNoWholeTable();
}
