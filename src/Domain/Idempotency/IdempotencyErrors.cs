using Eliza.Domain.Common;

namespace Eliza.Domain.Idempotency;

public static class IdempotencyErrors
{
    public static readonly Error OtherRequest = new(
        "Idempotency.OtherRequest", ErrorKind.IdempotencyMismatch, "Idempotency key is used already", "The key was used for a request with other contents; take a new key for a new request");

    public static readonly Error Deleted = new(
        "Idempotency.Deleted", ErrorKind.Conflict, "Request was carried out already", "The message that the request made has been deleted since; take a new key for a new message");

    public static readonly Error ShownOnce = new(
        "Idempotency.ShownOnce", ErrorKind.Conflict, "Request is answered already", "The answer holds a secret and opens only with the credential that first asked for it");
}
