using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence;
using Eliza.Infrastructure.Persistence.Sqlite;
using Eliza.Infrastructure.Persistence.Repositories;

namespace Eliza.FunctionalTests.Persistence;

/// <summary>How messages are found on SQLite: by which index.</summary>
[Trait("Database", "Sqlite")]
public sealed class MessageQueriesTests(ApiFactory factory) : IClassFixture<ApiFactory>
{
    private static readonly ChannelId Channel = new(Guid.CreateVersion7());
    private static readonly MessageId Id = new(Guid.CreateVersion7());
    private static readonly ActorId Ada = ActorId.From("ada");
    private static readonly SearchCriteria All = new(null, null, null, null, null, null, 50, 0);

    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

    private static readonly SearchText Words = SearchText.Create("two words").Value;

    [Fact]
    public async Task Threads_AreRangesOfAnIndex() =>
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.Messages, new RepliesOfThread(Id, 50, 1))))
            .ShouldUse(" IX_Messages_ThreadId_Sequence ").ShouldSortNothing().ShouldReadNoWholeTable();

    [Fact]
    public async Task Edits_AreRangesOfTheirKey()
    {
        (await PlanAsync(db => SpecificationEvaluator.GetQuery(db.MessageRevisions, new RevisionsOfMessagePage(Id, 50, 0))))
            .ShouldUse("(MessageId=?").ShouldSortNothing().ShouldReadNoWholeTable();
        (await PlanAsync(db => MessageRepository.NewestRevision(db, Id))).ShouldUse("(MessageId=?").ShouldSortNothing().ShouldReadNoWholeTable();
    }

    [Fact]
    public async Task Deletions_FindTheirMessagesAndAnswersByIndex()
    {
        foreach (var (specification, index) in new (ISpecification<Message>, string)[]
        {
            (new MessagesOfChannel(Channel, Ada), " IX_Messages_ChannelId_Author_Sequence "),
            (new MessagesOfChannel(Channel, author: null), " UX_Messages_ChannelId_Stamp (ChannelId=?)"),
            (new MessageInChannel(Channel, Id), "(Id=?"),
        })
        {
            (await PlanAsync(db => SpecificationEvaluator.Filtered(db.Messages, specification))).ShouldUse(index).ShouldReadNoWholeTable();
            (await PlanAsync(db => StoredAnswersOfMessages.Of(db, SpecificationEvaluator.Filtered(db.Messages, specification))))
                .ShouldUse(index).ShouldUse(" IX_StoredAnswers_MessageId ").ShouldReadNoWholeTable();
        }
    }

    [Fact]
    public async Task Search_ByWords_IsDrivenByTheIndexOfWordsNewestFirst()
    {
        foreach (var criteria in new[]
        {
            All with { Words = Words }, All with { Words = Words, Reader = Ada, Author = Ada, From = Epoch }, All with { Words = Words, Channel = Channel },
            All with { Words = Words, Channel = Channel, From = Epoch, To = Epoch },
        })
        {
            foreach (var plan in new[] { await PageAsync(criteria), await FoundAsync(criteria) })
            {
                plan.ShouldSortNothing().ShouldUse("SEARCH m USING INTEGER PRIMARY KEY").Steps[0].ShouldStartWith("SCAN w VIRTUAL TABLE INDEX", customMessage: plan.ToString());
                plan.Steps.Skip(1).ShouldNotContain(step => step.StartsWith("SCAN "), plan.ToString());
            }
            (await TotalAsync(criteria)).ShouldUse("SCAN w VIRTUAL TABLE INDEX").ShouldUse("SEARCH m USING INTEGER PRIMARY KEY");
            var oldest = (await OldestAsync(criteria)).ShouldSortNothing();
            oldest.Steps[0].ShouldStartWith("SCAN w VIRTUAL TABLE INDEX", customMessage: oldest.ToString());
            oldest.Steps.Skip(1).ShouldNotContain(step => step.StartsWith("SCAN "), oldest.ToString());
        }
        (await FoundAsync(All with { Words = Words, Reader = Ada })).ShouldUse("SEARCH p ");
    }

    [Fact]
    public async Task Search_InAChannel_IsARangeOfItsIndex()
    {
        await ShouldBeARangeAsync(All with { Channel = Channel, Reader = Ada }, " UX_Messages_ChannelId_Stamp (ChannelId=?)");
        await ShouldBeARangeAsync(All with { Channel = Channel, From = Epoch, To = Epoch }, " UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>? AND Stamp<?)");
        await ShouldBeARangeAsync(All with { Channel = Channel, To = Epoch }, " UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp<?)");
    }

    [Fact]
    public async Task Search_OfAnAuthorInAChannel_IsARangeOfTheAuthorsMessages()
    {
        const string Said = "IX_Messages_ChannelId_Author_Sequence (ChannelId=? AND Author=?";
        await ShouldBeARangeAsync(All with { Channel = Channel, Author = Ada }, Said + ")");
        var timed = All with { Channel = Channel, Author = Ada, From = Epoch, To = Epoch };
        await ShouldBeARangeAsync(timed, Said + " AND Sequence>? AND Sequence<?)");
        (await PageAsync(timed)).ShouldUse("COVERING INDEX UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>?)").ShouldUse("COVERING INDEX UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp<?)");
    }

    /// <summary>So many as are looked through are read, from the newest on, and no more.</summary>
    [Fact]
    public async Task Search_WithoutWordsAndChannel_ReadsTheNewestMessagesInTheirOrder()
    {
        foreach (var criteria in new[] { All with { Author = Ada, Reader = Ada }, All with { From = Epoch, Reader = Ada }, All with { To = Epoch }, All with { Author = Ada, From = Epoch, To = Epoch } })
        {
            await ShouldBeARangeAsync(criteria, "m USING INTEGER PRIMARY KEY (rowid>?)");
            var oldest = await OldestAsync(criteria);
            oldest.Steps.ShouldBe(["SCAN m"]);
        }
        (await PlanAsync(db => MessageSearch.Of(db, [1, 2]))).ShouldUse("USING INTEGER PRIMARY KEY (rowid=?)");
    }

    private async Task ShouldBeARangeAsync(SearchCriteria criteria, string range)
    {
        foreach (var plan in new[] { await PageAsync(criteria), await TotalAsync(criteria), await FoundAsync(criteria) })
        {
            plan.ShouldUse(range).ShouldSortNothing();
            plan.Steps.ShouldNotContain(step => step.StartsWith("SCAN m") || step.StartsWith("SCAN c"), plan.ToString());
        }
    }

    private Task<QueryPlan> PageAsync(SearchCriteria criteria) => PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), criteria));

    private Task<QueryPlan> TotalAsync(SearchCriteria criteria) => PlanAsync(db => MessageSearch.Total(db, new SqliteSearch(), criteria));

    private Task<QueryPlan> FoundAsync(SearchCriteria criteria) => PlanAsync(db => MessageSearch.Found(db, new SqliteSearch(), criteria, oldest: 7));

    private Task<QueryPlan> OldestAsync(SearchCriteria criteria) => PlanAsync(db => MessageSearch.Oldest(db, new SqliteSearch(), criteria, reach: 100));

    private Task<QueryPlan> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => QueryPlan.OfAsync(factory, query);
}
