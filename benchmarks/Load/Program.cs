using Eliza.Benchmarks.Common;
using Eliza.Benchmarks.Common.Loading;
using Eliza.Benchmarks.Common.Reporting;
using Eliza.Benchmarks.Load;
using Eliza.Benchmarks.Load.Scenarios;

InlineSockets.Enable();
var scenarios = new Dictionary<string, IScenario>
{
    ["submit"] = new SubmitScenario(),
    ["session"] = new SessionScenario(),
    ["heartbeat"] = new HeartbeatScenario(),
    ["eliza"] = new ElizaScenario(),
    ["memory"] = new MemoryScenario(),
    ["start"] = new StartScenario(),
};

var options = Options.Parse(args);
foreach (var name in options.Only)
    if (!scenarios.ContainsKey(name)) throw new ArgumentException($"--only takes {string.Join(", ", scenarios.Keys)}.");

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC; the servers and the load share them");
if (OperatingSystem.IsLinux()) Console.WriteLine($"Load average before: {File.ReadAllText("/proc/loadavg").Trim()}");
using var published = options.Server is null ? await PublishedServer.MakeAsync() : null;
options = options with { Server = options.Server ?? published!.Program };
var goals = new Goals();
foreach (var name in options.Only) await scenarios[name].RunAsync(options, goals);
goals.Print();
return goals.AreMet ? 0 : 1;
