using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Infrastructure.Persistence;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers by the real specifications.</summary>
internal sealed class FakeStoredAnswerRepository : IStoredAnswerRepository
{
    public List<StoredAnswer> Answers { get; } = [];

    /// <summary>How often one was looked up.</summary>
    public int LookUps { get; private set; }

    public Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken)
    {
        LookUps++;
        return Task.FromResult(Answers.Find(answer => answer.Id == id));
    }

    public Task<IReadOnlyList<StoredAnswer>> ClaimAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredAnswer>>([.. SpecificationEvaluator.GetQuery(Answers.AsQueryable(), specification)]);

    public void Add(StoredAnswer answer) => Answers.Add(answer);

    public void Attach(StoredAnswer answer) => Answers.ShouldContain(answer);

    public void Remove(StoredAnswer answer) => Answers.Remove(answer);
}
