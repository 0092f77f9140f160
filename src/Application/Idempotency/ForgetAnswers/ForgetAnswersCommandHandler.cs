using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using MediatR;

namespace Eliza.Application.Idempotency.ForgetAnswers;

internal sealed class ForgetAnswersCommandHandler(IStoredAnswerRepository answers, TimeProvider time)
    : IRequestHandler<ForgetAnswersCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ForgetAnswersCommand command, CancellationToken cancellationToken)
    {
        var expired = await answers.ClaimAsync(new ExpiredAnswers(time.GetUtcNow(), command.Limit), cancellationToken);
        foreach (var answer in expired) answers.Remove(answer);
        return expired.Count;
    }
}
