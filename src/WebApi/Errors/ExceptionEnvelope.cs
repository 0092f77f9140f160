using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace Eliza.WebApi.Errors;

/// <summary>Answers what nobody expected, without a word about its inside.</summary>
internal sealed partial class ExceptionEnvelope(ILogger<ExceptionEnvelope> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var error = ErrorOf(exception);
        if (error.Kind is ErrorKind.Unexpected) Failed(exception, RequestLog.MethodOf(httpContext.Request), httpContext.TraceIdentifier);
        else if (error.Kind is ErrorKind.Unavailable) Refused(RequestLog.MethodOf(httpContext.Request), httpContext.TraceIdentifier, exception.GetBaseException().Message);
        await ErrorEnvelope.WriteAsync(httpContext, error);
        return true;
    }

    /// <summary>What clients are told of it.</summary>
    public static Error ErrorOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TransportErrors.TooLarge,
        BadHttpRequestException => TransportErrors.Incomplete,
        _ when Infrastructure.DependencyInjection.IsStorageUnavailable(exception) => CommonErrors.StorageUnavailable,
        _ => TransportErrors.Unexpected,
    };

    [LoggerMessage(7, LogLevel.Error, "{Method} request {RequestId} failed unexpectedly")]
    private partial void Failed(Exception exception, string method, string requestId);

    /// <summary>In a line: while a database is away there are as many as there are requests. What databases say to that holds nothing of the requests.</summary>
    [LoggerMessage(64, LogLevel.Warning, "{Method} request {RequestId} is refused, the database cannot be used: {Reason}")]
    private partial void Refused(string method, string requestId, string reason);
}
