using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence.Known;

internal static class PremisesInDatabase
{
    /// <summary>Whether all that was decided on is still so; call it in the transaction that saves the decision.</summary>
    public static async Task<bool> HoldAsync(this ElizaDbContext db, Premises premises)
    {
        if (premises.Agents is { } agents
            && await db.Revisions.Where(row => row.Name == Revision.Agents).Select(row => row.Value).SingleAsync(CancellationToken.None) != agents) return false;
        foreach (var (id, revision) in premises.Channels)
        {
            var stored = await db.Channels.Where(channel => channel.Id == id)
                .Select(channel => (long?)EF.Property<long>(channel, Revision.OfChannel)).SingleOrDefaultAsync(CancellationToken.None);
            if (stored != revision) return false;
        }
        return true;
    }
}
