using Eliza.Application.RateLimiting;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// Takes one request from the caller's bucket before anything else is looked at, so that malformed floods count too. The
/// server's own work, behind which there is no caller, is not limited.
/// </summary>
internal sealed class RateLimitBehaviour<TRequest, TResponse>(ICaller caller, IRateLimiter limiter) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : class, IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (caller.Current is not { } current || limiter.Of(current) is not { } limit || limiter.TryTake(limit)) return next();
        return Task.FromResult(TResponse.Failure(RateLimitErrors.Exceeded(limit)));
    }
}
