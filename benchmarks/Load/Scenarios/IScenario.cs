using Eliza.Benchmarks.Common.Reporting;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>One thing to be measured: starts what it needs, prints its table, and says whether its goals were reached.</summary>
internal interface IScenario
{
    Task RunAsync(Options options, Goals goals);
}
