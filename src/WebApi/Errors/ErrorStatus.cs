using Eliza.Domain.Common;

namespace Eliza.WebApi.Errors;

/// <summary>The one place that gives each kind of failure its HTTP status and the code that clients see (contract: Order of checks).</summary>
internal static class ErrorStatus
{
    /// <summary>How long clients are asked to wait before they try again, in seconds.</summary>
    public const string RetryAfterSeconds = "1";

    public static (int Status, string Code) Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Validation => (StatusCodes.Status400BadRequest, "VALIDATION_ERROR"),
        ErrorKind.PayloadTooLarge => (StatusCodes.Status413PayloadTooLarge, "PAYLOAD_TOO_LARGE"),
        ErrorKind.UnsupportedMediaType => (StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"),
        ErrorKind.Unauthenticated => (StatusCodes.Status401Unauthorized, "AUTHENTICATION_FAILED"),
        ErrorKind.Forbidden => (StatusCodes.Status403Forbidden, "PERMISSION_DENIED"),
        ErrorKind.NotFound => (StatusCodes.Status404NotFound, "RESOURCE_NOT_FOUND"),
        ErrorKind.SessionNotFound => (StatusCodes.Status404NotFound, "SESSION_NOT_FOUND"),
        ErrorKind.SessionExpired => (StatusCodes.Status410Gone, "SESSION_EXPIRED"),
        ErrorKind.SessionRenewalFailed => (StatusCodes.Status422UnprocessableEntity, "SESSION_RENEWAL_FAILED"),
        ErrorKind.MethodNotAllowed => (StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED"),
        ErrorKind.Conflict => (StatusCodes.Status409Conflict, "CONFLICT"),
        ErrorKind.RangeNotSatisfiable => (StatusCodes.Status416RangeNotSatisfiable, "RANGE_NOT_SATISFIABLE"),
        ErrorKind.IdempotencyMismatch => (StatusCodes.Status422UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED"),
        ErrorKind.RateLimited => (StatusCodes.Status429TooManyRequests, "RATE_LIMIT_EXCEEDED"),
        ErrorKind.Unavailable => (StatusCodes.Status503ServiceUnavailable, "SERVICE_UNAVAILABLE"),
        ErrorKind.Unexpected => (StatusCodes.Status500InternalServerError, "INTERNAL_ERROR"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of error without a status."),
    };
}
