using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Eliza.Infrastructure.Persistence;

internal static class MigrationWarnings
{
    /// <summary>Whether the migrations match the model is for a test to tell: asked at each start it takes a tenth of it.</summary>
    public static void IgnorePendingModelChanges(this DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
