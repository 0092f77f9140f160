using Eliza.Domain.Common;
using Eliza.WebApi.Errors;

namespace Eliza.UnitTests.Errors;

public sealed class ErrorStatusTests
{
    private static readonly ErrorKind[] Kinds = Enum.GetValues<ErrorKind>();

    [Fact]
    public void Of_WhenOfAnyKind_HasACodeOfItsOwnAndButForSessionsAStatus()
    {
        Kinds.ShouldNotBeEmpty();
        Kinds.Except([ErrorKind.SessionNotFound, ErrorKind.SessionRenewalFailed]).Select(kind => ErrorStatus.Of(kind).Status).ShouldBeUnique();
        Kinds.Select(kind => ErrorStatus.Of(kind).Code).ShouldBeUnique();
        Kinds.ShouldAllBe(kind => ErrorStatus.Of(kind).Status >= 400 && ErrorStatus.Of(kind).Status < 600);
    }

    [Theory]
    [InlineData(ErrorKind.Validation, 400, "VALIDATION_ERROR")]
    [InlineData(ErrorKind.Unauthenticated, 401, "AUTHENTICATION_FAILED")]
    [InlineData(ErrorKind.Forbidden, 403, "PERMISSION_DENIED")]
    [InlineData(ErrorKind.NotFound, 404, "RESOURCE_NOT_FOUND")]
    [InlineData(ErrorKind.SessionNotFound, 404, "SESSION_NOT_FOUND")]
    [InlineData(ErrorKind.SessionExpired, 410, "SESSION_EXPIRED")]
    [InlineData(ErrorKind.SessionRenewalFailed, 422, "SESSION_RENEWAL_FAILED")]
    [InlineData(ErrorKind.IdempotencyMismatch, 422, "IDEMPOTENCY_KEY_REUSED")]
    [InlineData(ErrorKind.MethodNotAllowed, 405, "METHOD_NOT_ALLOWED")]
    [InlineData(ErrorKind.Conflict, 409, "CONFLICT")]
    [InlineData(ErrorKind.PayloadTooLarge, 413, "PAYLOAD_TOO_LARGE")]
    [InlineData(ErrorKind.UnsupportedMediaType, 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData(ErrorKind.RangeNotSatisfiable, 416, "RANGE_NOT_SATISFIABLE")]
    [InlineData(ErrorKind.RateLimited, 429, "RATE_LIMIT_EXCEEDED")]
    [InlineData(ErrorKind.Unexpected, 500, "INTERNAL_ERROR")]
    [InlineData(ErrorKind.Unavailable, 503, "SERVICE_UNAVAILABLE")]
    public void Of_WhenOfKind_IsAsTheContractSays(ErrorKind kind, int status, string code) => ErrorStatus.Of(kind).ShouldBe((status, code));

    [Fact]
    public void Of_WhenNoKind_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => ErrorStatus.Of((ErrorKind)99));
}
