using Eliza.Application.Idempotency.ForgetAnswers;
using Eliza.Infrastructure.Hosting;
using Microsoft.Extensions.Logging;

namespace Eliza.Infrastructure.Idempotency;

/// <summary>Removes expired answers, a few at a time, so that requests need not wait for it.</summary>
internal sealed partial class AnswerSweeper(Requests requests, TimeProvider time, ILogger<AnswerSweeper> logger) : Sweeper(TimeSpan.FromMinutes(1), time)
{
    private const int Batch = 200;

    protected override Task TidyUpAsync(CancellationToken cancellationToken) =>
        requests.SendUntilDoneAsync(new ForgetAnswersCommand(Batch), Batch, cancellationToken);

    [LoggerMessage(14, LogLevel.Error, "Expired answers could not be removed ({Reason}); the next sweep tries again")]
    protected override partial void SweepFailed(Exception? exception, string reason);
}
