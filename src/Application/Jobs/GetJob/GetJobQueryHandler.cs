using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using MediatR;

namespace Eliza.Application.Jobs.GetJob;

internal sealed class GetJobQueryHandler(IJobBoard board, ICaller caller, TimeProvider time) : IRequestHandler<GetJobQuery, Result<JobResponse>>
{
    public async Task<Result<JobResponse>> Handle(GetJobQuery query, CancellationToken cancellationToken)
    {
        if (!JobId.TryParse(query.JobId, out var id) || await board.FindAsync(id, cancellationToken) is not { } job) return JobErrors.NotFound(query.JobId);
        return caller.Current is { } known && JobsOf.Seen(known).Include(job) ? JobResponse.Of(job, time.GetUtcNow()) : CommonErrors.Forbidden;
    }
}
