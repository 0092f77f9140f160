using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.History;

/// <summary>One kind of page at one number of connections, of each of the channels.</summary>
internal sealed class PageRows
{
    private const double MostTime = 1.2;

    private readonly string _title;
    private readonly IReadOnlyList<StoredHistory> _histories;
    private readonly IReadOnlyList<Measurement> _rows;

    /// <param name="server">The server.</param>
    /// <param name="kind">What the page is called.</param>
    /// <param name="pathOf">How it is asked for; <c>{target}</c> in it is the place of the id.</param>
    /// <param name="targetsOf">The ids.</param>
    /// <param name="histories">The channels, the smallest first.</param>
    /// <param name="connections">How many at once.</param>
    public PageRows(
        BenchedProcess server, string kind, Func<StoredHistory, string> pathOf, Func<StoredHistory, Targets> targetsOf, IReadOnlyList<StoredHistory> histories, int connections)
    {
        (_title, _histories) = ($"{kind}, {connections} {(connections == 1 ? "connection" : "connections")}", histories);
        _rows =
        [
            .. histories.Select(history => new Measurement(
                $"{kind} of {history.Ids.Count:N0}", server, RequestTemplate.Get(pathOf(history)), targetsOf(history), connections)),
        ];
    }

    public IReadOnlyList<Measurement> All => _rows;

    public static void PrintRatios(IReadOnlyList<PageRows> kinds)
    {
        var histories = kinds[0]._histories;
        Table.Begin(
            $"time for a page, and the server's, beside that of the channel of {histories[0].Ids.Count:N0}: median of the rounds (least–greatest)",
            ["", .. histories.Skip(1).SelectMany(history => (string[])[$"{history.Ids.Count:N0}", $"{history.Ids.Count:N0}, server"])]);
        foreach (var kind in kinds)
            Table.Row([kind._title, .. kind._rows.Skip(1).SelectMany(row => (string[])[$"{kind.TimeOf(row)}", $"{kind.ServerTimeOf(row)}"])]);
    }

    /// <summary>The largest channel is to be no slower than the smallest, but for a little.</summary>
    public void Judge(Goals goals)
    {
        var time = TimeOf(_rows[^1]);
        goals.Add($"{_title}: time of {_histories[^1].Ids.Count:N0} ≤ {MostTime} × that of {_histories[0].Ids.Count:N0}", $"{time}", time.Middle <= MostTime);
        goals.Add($"{_title}: none failed", $"{_rows.Sum(row => row.Middle.Failed):0}", _rows.All(row => row.Middle.Failed == 0));
    }

    /// <summary>In a closed loop the time for each is as long as there are fewer of them.</summary>
    private Ratio TimeOf(Measurement row) => Ratio.Of(_rows[0], row, slice => slice.Rate);

    private Ratio ServerTimeOf(Measurement row) => Ratio.Of(row, _rows[0], slice => slice.ServerMicroseconds);
}
