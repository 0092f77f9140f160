using AutoMapper;
using AutoMapper.QueryableExtensions;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class EfReadRepository<T>(ElizaDbContext db, IConfigurationProvider mapping) : IReadRepository<T> where T : class
{
    public Task<TResponse?> FirstOrDefaultAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken) =>
        Query(specification).ProjectTo<TResponse>(mapping).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<TResponse>> ListAsync<TResponse>(ISpecification<T> specification, CancellationToken cancellationToken) =>
        await Query(specification).ProjectTo<TResponse>(mapping).ToListAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.Filtered(db.Set<T>(), specification).CountAsync(cancellationToken);

    private IQueryable<T> Query(ISpecification<T> specification) => SpecificationEvaluator.GetQuery(db.Set<T>().AsNoTracking(), specification);
}
