using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Realtime;

var idle = Number("--idle", 2_000);
var busy = Number("--busy", 500);
var messages = Number("--messages", 200);

await using var server = await BenchedServer.StartAsync();
using var channels = new ApiClient(server);
Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}; server and {idle + busy} clients share them");
Console.WriteLine();
Console.WriteLine("| what | measured |");
Console.WriteLine("| --- | --- |");

// Warm: so that what is compiled and cached once is not counted to the connections.
var warm = await channels.CreateChannelAsync("warm");
await using (var crowd = await Crowd.ConnectAsync(server, warm, 50)) await crowd.MeasureAsync(channels, 50, posters: 1);
var before = await server.Process.RestAsync();
Row("server's memory before", $"{before} MB");

var quiet = await channels.CreateChannelAsync("quiet");
await using var sleepers = await Crowd.ConnectAsync(server, quiet, idle);
Row($"{idle} idle connections: opened and joined in", $"{sleepers.ConnectTime.TotalSeconds:0.0} s");
var resting = await server.Process.RestAsync();
Row("server's memory with them", $"{resting} MB ({(resting - before) * 1024.0 / idle:0.0} KB each)");
Row("server's time on the processor over 10 s of rest", $"{await server.Process.ProcessorShareAsync(TimeSpan.FromSeconds(10)):0.0} %");

var loud = await channels.CreateChannelAsync("loud");
await using var listeners = await Crowd.ConnectAsync(server, loud, busy);
var one = await listeners.MeasureAsync(channels, messages, posters: 1);
Row($"{busy} listeners, one message after the other: from the post to the last listener", one.ToString());
var many = await listeners.MeasureAsync(channels, messages * 5, posters: 8);
Row($"{busy} listeners, 8 posters at once: from the post to the last listener", many.ToString());
Row("… messages posted, and deliveries, a second", $"{many.PostsPerSecond:0} and {many.PostsPerSecond * busy:0}");
Row("… every listener heard every message once, in one order", many.IsWhole ? "yes" : "NO");
Row("… the idle connections are all there still", sleepers.AreAllOpen ? "yes" : "NO");
Row("server's memory after", $"{await server.Process.RestAsync()} MB");
return many.IsWhole && one.IsWhole && sleepers.AreAllOpen ? 0 : 1;

int Number(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var place && int.TryParse(args.ElementAtOrDefault(place + 1), out var number) ? number : otherwise;

static void Row(string what, string measured) => Console.WriteLine($"| {what} | {measured} |");
