namespace Eliza.Domain.Common;

/// <summary>What sort of failure an <see cref="Error"/> is. The Web API gives each kind its status and its code, in one place.</summary>
public enum ErrorKind
{
    Validation,
    PayloadTooLarge,
    UnsupportedMediaType,
    Unauthenticated,
    Forbidden,
    NotFound,
    SessionNotFound,
    SessionExpired,
    SessionRenewalFailed,
    MethodNotAllowed,
    Conflict,
    RangeNotSatisfiable,
    IdempotencyMismatch,
    RateLimited,
    Unavailable,
    Unexpected,
}
