using Eliza.Domain.Common;
using Eliza.Domain.Jobs;
using MediatR;

namespace Eliza.Application.Jobs.ForgetJobs;

internal sealed class ForgetJobsCommandHandler(IJobRepository jobs, TimeProvider time) : IRequestHandler<ForgetJobsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ForgetJobsCommand command, CancellationToken cancellationToken) =>
        await jobs.RemoveExpiredAsync(time.GetUtcNow() - command.Retention, command.Limit, cancellationToken);
}
