using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Commits what a command did when it succeeded, forgets it when it failed or was done before, and announces the events
/// after the commit. When the data changed under the handler's hands the handler runs again on the new state: the unique
/// indexes and concurrency tokens of the database decide, not what the handler had seen.
/// </summary>
internal sealed class UnitOfWorkBehaviour<TRequest, TResponse>(
    IUnitOfWork unitOfWork, RequestKey key, EventAnnouncer announcer) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : class, IResult<TResponse>
{
    private const int MaxTries = 5;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var mayMeetItsTwin = request is IIdempotent && key.Value is not null;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            key.MayBeTaken = attempt > 1;
            if (await RunAsync(next, cancellationToken) is not { } response) continue;

            // An answer of old has its effect already: what a run before it may have tried is no part of it.
            if (response.Error is not null || key.WasReplayed)
            {
                unitOfWork.Discard();
                return response;
            }

            var commit = await unitOfWork.CommitAsync(cancellationToken);
            if (commit.Error is { } error)
            {
                // What is taken may be taken by the same request sent twice; then one more run finds the first one's answer.
                if (!mayMeetItsTwin || error.Kind is not ErrorKind.Conflict || attempt == MaxTries) return TResponse.Failure(error);
                mayMeetItsTwin = false;
            }
            if (commit.Outcome is CommitOutcome.Saved)
            {
                await announcer.AnnounceAsync(commit.Events);
                return response;
            }
        }
        unitOfWork.Discard();
        return TResponse.Failure(CommonErrors.Busy);
    }

    /// <summary>
    /// Some handlers change rows by statements of their own, which may be outrun as a commit may. What breaks otherwise may hold the one writer's
    /// turn: others need not wait until its scope has ended too.
    /// </summary>
    /// <returns>Null when the handler is to run again.</returns>
    private async Task<TResponse?> RunAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next();
        }
        catch (Exception exception)
        {
            if (await unitOfWork.BreakOffAsync(exception, cancellationToken) is not { } end) throw;
            return end.Error is { } error ? TResponse.Failure(error) : null;
        }
    }
}
