using Eliza.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// One line for each command or query: what, by whom, how it ended, how long it took. Never the request itself: it holds
/// what people say. It is for those who look for something, so it is told at Debug: that a client asked at all, the
/// request's own line tells. Who traces the server sees it as a span.
/// </summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(
    ICaller caller, TimeProvider time, ILogger<LoggingBehaviour<TRequest, TResponse>> logger) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : class, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = time.GetTimestamp();
        using var span = Spans.BeginWithin(typeof(TRequest).Name);
        var response = await next();
        span.End(response.Error?.Code ?? "ok", response.Error is not null);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            Handled(typeof(TRequest).Name, LogText.Of(caller.Current), response.Error?.Code ?? "ok", elapsed);
        }
        return response;
    }

    [LoggerMessage(1, LogLevel.Debug, "{Request} by {Caller}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Handled(string request, string caller, string outcome, double milliseconds);
}
