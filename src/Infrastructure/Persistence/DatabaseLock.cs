namespace Eliza.Infrastructure.Persistence;

/// <summary>What several servers of one database agree on beside rows; held until the end of the transaction.</summary>
internal enum DatabaseLock
{
    /// <summary>Who the agents are: shared by who decides on it, taken alone by who changes it.</summary>
    Agents = 1,

    /// <summary>The turn of who was outrun again and again, on whichever server.</summary>
    Turn = 2,

    /// <summary>Who brings the tables up to date: one server, while others that start at once wait.</summary>
    Migration = 3,

    /// <summary>How much all files have in total: taken alone by who adds one where that is limited, behind the channel's row.</summary>
    Media = 4,
}
