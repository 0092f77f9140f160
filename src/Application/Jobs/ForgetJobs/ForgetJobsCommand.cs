using Eliza.Application.Common;

namespace Eliza.Application.Jobs.ForgetJobs;

/// <summary>Removes jobs that expired that long ago, with their channels, that many at most; the answer is how many it removed.</summary>
public sealed record ForgetJobsCommand(TimeSpan Retention, int Limit) : ICommand<int>;
