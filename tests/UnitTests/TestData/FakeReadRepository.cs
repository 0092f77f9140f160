using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers from a list, by the real specifications and the real mapping.</summary>
internal sealed class FakeReadRepository<T>(IReadOnlyList<T> items) : IReadRepository<T> where T : class
{
    public Task<TResponse?> FirstOrDefaultAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Task.FromResult(Map<TResponse>(specification).FirstOrDefault());

    public Task<IReadOnlyList<TResponse>> ListAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TResponse>>([.. Map<TResponse>(specification)]);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Task.FromResult(SpecificationEvaluator.Filtered(items.AsQueryable(), specification).Count());

    private IEnumerable<TResponse> Map<TResponse>(ISpecification<T> specification) =>
        SpecificationEvaluator.GetQuery(items.AsQueryable(), specification).AsEnumerable().Select(item => Mapping.Mapper.Map<TResponse>(item));
}
