namespace Eliza.Benchmarks.Load.Reporting;

/// <summary>A table in Markdown, printed row by row.</summary>
internal sealed class Table
{
    public Table(string title, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Row(columns);
        Row([.. columns.Select((_, i) => i == 0 ? "---" : "---:")]);
    }

#pragma warning disable CA1822 // One prints rows to a table that was begun.
    public void Row(params string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
#pragma warning restore CA1822
}
