using Eliza.Domain.Common;

namespace Eliza.Infrastructure.Persistence.Commits;

/// <summary>
/// What the present unit of work adds to the tables that the path of messages adds to, in the order in which it was added. EF does not
/// follow its changes: it is written as it is when the unit is saved.
/// </summary>
internal sealed class NewRows
{
    private readonly List<AggregateRoot> _rows = [];

    public IReadOnlyList<AggregateRoot> All => [.. _rows];

    public void Add(AggregateRoot row) => _rows.Add(row);

    public void Clear() => _rows.Clear();
}
