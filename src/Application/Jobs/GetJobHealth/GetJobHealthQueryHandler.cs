using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Jobs.GetJobHealth;

internal sealed class GetJobHealthQueryHandler(IJobBoard board, ICaller caller, TimeProvider time) : IRequestHandler<GetJobHealthQuery, Result<JobHealth>>
{
    public async Task<Result<JobHealth>> Handle(GetJobHealthQuery query, CancellationToken cancellationToken) =>
        caller.Current is { } known
            ? JobHealth.Of(await board.ListProgressAsync(JobsOf.Seen(known), cancellationToken), time.GetUtcNow())
            : CommonErrors.Forbidden;
}
