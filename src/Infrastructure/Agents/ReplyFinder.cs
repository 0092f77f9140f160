using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Agents;
using Eliza.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Agents;

internal sealed class ReplyFinder(ElizaDbContext db) : IReplyFinder
{
    public async Task<ReplyState?> FindAsync(Question question, CancellationToken cancellationToken)
    {
        var found = await Rows(db, question).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        return new ReplyState(found.Status, found.Reply is null ? null
            : new AgentReply(found.Reply.Id, found.Reply.Content.Value, new RawJson(found.Reply.Metadata.Json), found.Reply.CreatedAt));
    }

    internal static IQueryable<Row> Rows(ElizaDbContext db, Question question) =>
        from message in db.Messages
        where message.Id == question.MessageId
        join asked in db.AgentRuns on new { message.Id, Agent = question.AgentId } equals new { Id = asked.MessageId, Agent = asked.AgentId } into runs
        from run in runs.DefaultIfEmpty()
        join said in db.Messages on run.ReplyId equals said.Id into replies
        from reply in replies.DefaultIfEmpty()
        select new Row { Status = (AgentRunStatus?)run.Status, Reply = reply };

    internal sealed class Row
    {
        public AgentRunStatus? Status { get; init; }

        public Domain.Messages.Message? Reply { get; init; }
    }
}
