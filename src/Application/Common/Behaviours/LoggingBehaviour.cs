using Eliza.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace Eliza.Application.Common.Behaviours;

/// <summary>
/// One line for each command or query: what, by whom, how it ended, how long it took. Never the request itself: it holds
/// what people say. What no credential stands behind, the server's own work and signs of life, is told at Debug.
/// </summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(
    ICaller caller, TimeProvider time, ILogger<LoggingBehaviour<TRequest, TResponse>> logger) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : class, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = time.GetTimestamp();
        var response = await next();
        var level = caller.Current is null ? LogLevel.Debug : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            Handled(level, typeof(TRequest).Name, caller.Current?.Name ?? "nobody", response.Error?.Code ?? "ok", elapsed);
        }
        return response;
    }

    [LoggerMessage(EventId = 1, Message = "{Request} by {Caller}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Handled(LogLevel level, string request, string caller, string outcome, double milliseconds);
}
