namespace Eliza.Benchmarks.Common.Reporting;

/// <summary>What was to be reached, and whether it was.</summary>
internal sealed class Goals
{
    private readonly List<(string Goal, string Measured, bool IsMet)> _goals = [];

    public bool AreMet => _goals.TrueForAll(goal => goal.IsMet);

    public void Add(string goal, string measured, bool isMet) => _goals.Add((goal, measured, isMet));

    public void Print()
    {
        if (_goals.Count == 0) return;
        Table.Begin("goals", "goal", "measured", "");
        foreach (var (goal, measured, isMet) in _goals) Table.Row(goal, measured, isMet ? "PASS" : "FAIL");
    }
}
