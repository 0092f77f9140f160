namespace Eliza.FunctionalTests.Sessions;

/// <summary>What was said in a session, oldest first; what was deleted keeps its place.</summary>
internal sealed class SessionModel
{
    private readonly List<(Guid Id, bool IsThere)> _said = [];

    public int Count => _said.Count;

    public void Add(IEnumerable<Guid> messages) => _said.AddRange(messages.Select(id => (id, true)));

    /// <summary>Deletes one of those that are there; null when none is.</summary>
    /// <param name="percent">Which: so far from the oldest to the newest.</param>
    public Guid? Delete(int percent)
    {
        var there = Between(0, Count);
        if (there.Count == 0) return null;
        var id = there[there.Count * percent / 100];
        _said[PlaceOf(id)] = (id, false);
        return id;
    }

    public int PlaceOf(Guid id) => _said.FindIndex(message => message.Id == id);

    /// <summary>Those that are there from one place up to another.</summary>
    public IReadOnlyList<Guid> Between(int from, int to) => [.. _said.Take(to).Skip(from).Where(message => message.IsThere).Select(message => message.Id)];
}
