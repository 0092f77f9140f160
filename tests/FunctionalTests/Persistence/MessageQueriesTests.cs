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
        foreach (var criteria in new[] { All with { Words = Words }, All with { Words = Words, Reader = Ada, Author = Ada, From = DateTimeOffset.UnixEpoch }, All with { Words = Words, Channel = Channel } })
        {
            var plan = (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), criteria))).ShouldSortNothing();
            plan.Steps[0].ShouldStartWith("SCAN w VIRTUAL TABLE INDEX", customMessage: plan.ToString());
            plan.ShouldUse("SEARCH m USING INTEGER PRIMARY KEY");
            plan.Steps.Skip(1).ShouldNotContain(step => step.StartsWith("SCAN "), plan.ToString());
        }
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { Words = Words, Reader = Ada }))).ShouldUse("SEARCH p ");
    }

    [Fact]
    public async Task Search_InAChannel_IsARangeOfItsIndex()
    {
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { Channel = Channel, Reader = Ada })))
            .ShouldUse(" UX_Messages_ChannelId_Stamp (ChannelId=?)").ShouldSortNothing().ShouldReadNoWholeTable();
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { Channel = Channel, From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch })))
            .ShouldUse(" UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>?)").ShouldSortNothing().ShouldReadNoWholeTable();
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { Channel = Channel, Author = Ada })))
            .ShouldUse(" IX_Messages_ChannelId_Author_Sequence ").ShouldSortNothing().ShouldReadNoWholeTable();
    }

    /// <summary>Across channels each is looked into by its index; what is found is put in order.</summary>
    [Fact]
    public async Task Search_WithoutWordsAcrossChannels_LooksIntoEachByItsIndex()
    {
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { Author = Ada, Reader = Ada }))).ShouldUse("SEARCH m USING INDEX IX_Messages_ChannelId_Author_Sequence (ChannelId=? AND Author=?");
        (await PlanAsync(db => MessageSearch.Page(db, new SqliteSearch(), All with { From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch })))
            .ShouldUse("SEARCH m USING INDEX UX_Messages_ChannelId_Stamp (ChannelId=? AND Stamp>?)");
    }

    private Task<QueryPlan> PlanAsync<T>(Func<ElizaDbContext, IQueryable<T>> query) => QueryPlan.OfAsync(factory, query);
}
