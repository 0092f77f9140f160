using Eliza.Application.Common;

namespace Eliza.Application.Jobs.GetJobHealth;

/// <summary>How the caller's jobs fare; an operator hears of everybody's.</summary>
public sealed record GetJobHealthQuery : IQuery<JobHealth>;
