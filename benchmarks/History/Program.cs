using System.Diagnostics;
using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;
using Eliza.Benchmarks.History;

InlineSockets.Enable();
var options = Options.Parse(args);
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; the server and the load share them");
if (OperatingSystem.IsLinux()) Console.WriteLine($"Load average before: {File.ReadAllText("/proc/loadavg").Trim()}");

await using var server = await BenchedServer.StartAsync(options.Server);
IReadOnlyList<Guid> channels;
using (var api = new ApiClient(server))
{
    channels = await api.CreateChannelsAsync("history", 3);
    foreach (var channel in channels) await api.SubmitAsync(channel, string.Concat(Enumerable.Repeat("What people say to each other, and how they go on. ", 8)));
}
await server.StopAsync();

var clock = Stopwatch.StartNew();
List<StoredHistory> histories;
using (var writer = new HistoryWriter(server.DatabaseFile)) histories = [.. channels.Zip([options.Least, options.Middle, options.Most], writer.Fill)];
Console.WriteLine($"Filled in {clock.Elapsed.TotalSeconds:0} s: {new FileInfo(server.DatabaseFile).Length / 1024 / 1024:N0} MB");
await server.StartAgainAsync(isProbed: true);

(string Kind, Func<StoredHistory, string> PathOf, Func<StoredHistory, Targets> TargetsOf)[] pages =
[
    ("first page", _ => $"{Path("{target}")}?limit={StoredHistory.PageSize}", history => history.TheChannel),
    ("page in the middle", history => $"{Path($"{history.Channel}")}?limit={StoredHistory.PageSize}&before={{target}}", history => history.MiddleCursors),
    ("page near the oldest", history => $"{Path($"{history.Channel}")}?limit={StoredHistory.PageSize}&before={{target}}", history => history.OldestCursors),
];
foreach (var page in pages)
foreach (var history in histories)
    await Measurement.WarmUpAsync(server.Process, RequestTemplate.Get(page.PathOf(history)), page.TargetsOf(history), options.WarmUp);

List<PageRows> kinds = [.. pages.SelectMany(page => options.Connections.Select(
    connections => new PageRows(server.Process, page.Kind, page.PathOf, page.TargetsOf, histories, connections)))];
await Measurement.RunAsync($"pages of {StoredHistory.PageSize} messages", options.Rounds, options.Slice, [.. kinds.SelectMany(kind => kind.All)]);
PageRows.PrintRatios(kinds);
var goals = new Goals();
foreach (var kind in kinds) kind.Judge(goals);
goals.Print();
return goals.AreMet ? 0 : 1;

static string Path(string channel) => $"/api/messaging/central-channels/{channel}/messages";
