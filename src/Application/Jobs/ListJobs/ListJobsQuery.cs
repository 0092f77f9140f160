using Eliza.Application.Common;

namespace Eliza.Application.Jobs.ListJobs;

/// <summary>A page of the caller's jobs, newest first; an operator sees everybody's.</summary>
/// <param name="Status">pending, processing, completed, failed or timeout; all when missing.</param>
public sealed record ListJobsQuery(int? Limit, int? Offset, string? Status) : IQuery<JobListResponse>, IPagedQuery;
