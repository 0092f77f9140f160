using Eliza.Application.Common;

namespace Eliza.Infrastructure.Persistence;

/// <summary>What a refusal of the database means to the caller.</summary>
internal interface IDatabaseFaults
{
    /// <summary>How the commit ended, or null when the exception is none that we expect.</summary>
    Commit? Explain(Exception exception);
}
