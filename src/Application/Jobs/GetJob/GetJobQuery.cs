using Eliza.Application.Common;

namespace Eliza.Application.Jobs.GetJob;

/// <summary>One job and what became of it.</summary>
public sealed record GetJobQuery(string JobId) : IQuery<JobResponse>;
