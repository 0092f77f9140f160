namespace Eliza.Application.Jobs;

/// <summary>A page of jobs, newest first.</summary>
/// <param name="Total">How many there are, whatever their status.</param>
/// <param name="Filtered">How many of them have the status that was asked for; of very many, the newest 10000 are counted.</param>
public sealed record JobListResponse(IReadOnlyList<JobResponse> Jobs, long Total, long Filtered, JobPagination Pagination);

/// <summary>Which page it is, and how many jobs there are on all of them.</summary>
public sealed record JobPagination(int Limit, int Offset, long Total);
