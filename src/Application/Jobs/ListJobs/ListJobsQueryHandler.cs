using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using MediatR;

namespace Eliza.Application.Jobs.ListJobs;

internal sealed class ListJobsQueryHandler(IJobBoard board, ICaller caller, TimeProvider time) : IRequestHandler<ListJobsQuery, Result<JobListResponse>>
{
    public async Task<Result<JobListResponse>> Handle(ListJobsQuery query, CancellationToken cancellationToken)
    {
        if (caller.Current is not { } known) return CommonErrors.Forbidden;

        var now = time.GetUtcNow();
        JobStatus? status = query.Status is { } name ? JobStatuses.Parse(name).Value : null;
        var (limit, offset) = (query.LimitOrDefault(), query.OffsetOrDefault());
        var page = await board.ListAsync(JobsOf.Seen(known), status, now, limit, offset, cancellationToken);
        return new JobListResponse(
            [.. page.Jobs.Select(job => JobResponse.Of(job, now))], page.Total, page.Filtered, new JobPagination(limit, offset, page.Filtered));
    }
}
