using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Infrastructure.Persistence.Commits;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class StoredAnswerRepository(ElizaDbContext db, WriteTransaction transaction, NewRows rows) : IStoredAnswerRepository
{
    public Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken) =>
        db.StoredAnswers.AsNoTracking().FirstOrDefaultAsync(answer => answer.Id == id, cancellationToken);

    public async Task<IReadOnlyList<StoredAnswer>> ClaimAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken) =>
        await transaction.ClaimAsync(SpecificationEvaluator.GetQuery(db.StoredAnswers, specification), cancellationToken);

    public void Add(StoredAnswer answer) => rows.Add(answer);

    public void Attach(StoredAnswer answer) => db.Attach(answer);

    public void Remove(StoredAnswer answer) => db.Remove(answer);
}
