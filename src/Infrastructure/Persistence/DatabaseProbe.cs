using Eliza.Application.Health;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

internal sealed class DatabaseProbe(ElizaDbContext db) : IHealthProbe
{
    public string Name => "database";

    public async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.Servers.AnyAsync(cancellationToken);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
