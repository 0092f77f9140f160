using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.Infrastructure.Persistence;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers by the real specifications.</summary>
internal sealed class FakeStoredAnswerRepository : IStoredAnswerRepository
{
    public List<StoredAnswer> Answers { get; } = [];

    public Task<StoredAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken) => Task.FromResult(Answers.Find(answer => answer.Id == id));

    public Task<IReadOnlyList<StoredAnswer>> ListAsync(ISpecification<StoredAnswer> specification, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredAnswer>>([.. SpecificationEvaluator.GetQuery(Answers.AsQueryable(), specification)]);

    public void Add(StoredAnswer answer) => Answers.Add(answer);

    public void Attach(StoredAnswer answer) => Answers.ShouldContain(answer);

    public void Remove(StoredAnswer answer) => Answers.Remove(answer);
}
