using Eliza.Domain.Jobs;

namespace Eliza.Infrastructure.Persistence.Repositories;

internal sealed class JobRepository(ElizaDbContext db) : IJobRepository
{
    public void Add(Job job) => db.Add(job);
}
