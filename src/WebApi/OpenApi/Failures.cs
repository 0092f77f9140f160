using System.Text.Json.Nodes;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>The answers of requests that fail: one envelope, with an example for each status as the messaging documents print it.</summary>
internal sealed class Failures
{
    private const string Envelope = "Error";

    private static readonly Failure[] All =
    [
        new Failure(ErrorKind.Validation, "Something in the request is not as it must be; `details` names all of it.", "Invalid request body", "Required field 'content' is missing"),
        new Failure(ErrorKind.Unauthenticated, "No credential, or none that is valid.", "Invalid or missing authorization token", "Bearer token not provided or invalid"),
        new Failure(ErrorKind.Forbidden, "The caller may not do this.", "Insufficient permissions", "User does not have permission to perform this action"),
        new Failure(ErrorKind.NotFound, "What the request names is not there.", "Channel not found", "Channel with ID 'invalid-channel' does not exist"),
        new Failure(ErrorKind.Conflict, "It is there already, or stands in the way.", "Channel name is taken", "A channel named 'general-discussion' exists in the server already"),
        new Failure(ErrorKind.SessionExpired, "The session has expired; so it is told for 24 hours.", "Session has expired", "Session with ID '0199a5b0-0000-7000-8000-000000000000' expired at 2026-01-31T12:00:00.000Z"),
        new Failure(ErrorKind.PayloadTooLarge, "The body is larger than 1 MiB, or a file larger than 25 MB.", "Request body is too large", $"Request body must be at most {TransportErrors.MaxBodyBytes} bytes"),
        new Failure(ErrorKind.UnsupportedMediaType, "The body is not JSON or, where a file is taken, no form with a file of a known type.", "Unsupported content type", "Content-Type must be application/json in UTF-8"),
        new Failure(ErrorKind.RangeNotSatisfiable, "The range lies outside of the file.", "Range not satisfiable", "The range lies outside of the file, whose length Content-Range tells"),
        new Failure(ErrorKind.IdempotencyMismatch, "The idempotency key was used for another request.", "Idempotency key reused", "The key belongs to a request with other contents"),
        new Failure(ErrorKind.RateLimited, "Too many requests.", "Rate limit exceeded", "Too many requests; try again later"),
        new Failure(ErrorKind.Unexpected, "A fault of the server's own.", "Internal server error", "Unexpected error occurred while processing the request"),
        new Failure(ErrorKind.Unavailable, "Something that the server stands on does not work at the moment.", "Service unavailable", "Try again in a moment"),

        // What shares its status with one of those above; actions name it.
        new Failure(ErrorKind.SessionNotFound, "There is no such session, or it ended more than 24 hours ago.", "Session not found", "Session with ID '0199a5b0-0000-7000-8000-000000000000' does not exist"),
        new Failure(ErrorKind.SessionRenewalFailed, "The session lasts as long as its maximum duration allows already.", "Session cannot be renewed", "Session with ID '0199a5b0-0000-7000-8000-000000000000' lasts as long as its maximum duration allows already"),
    ];

    private readonly OpenApiDocument _document;

    public Failures(OpenApiDocument document, SharedHeaders headers)
    {
        _document = document;
        document.AddComponent<IOpenApiSchema>(Envelope, EnvelopeSchema());
        foreach (var failure in All) document.AddComponent<IOpenApiResponse>(failure.Name, Describe(failure, headers));
    }

    /// <param name="status">The HTTP status.</param>
    /// <param name="kinds">What the action means by some statuses; the others mean the usual.</param>
    public IOpenApiResponse Of(int status, IReadOnlyList<ErrorKind> kinds) => Find(status, kinds) is { } failure
        ? new OpenApiResponseReference(failure.Name, _document)
        : throw new NotSupportedException($"Nobody has said how failures with {status} are described.");

    private static Failure? Find(int status, IReadOnlyList<ErrorKind> kinds) =>
        All.Where(failure => ErrorStatus.Of(failure.Kind).Status == status).OrderByDescending(failure => kinds.Contains(failure.Kind)).FirstOrDefault();

    private OpenApiResponse Describe(Failure failure, SharedHeaders headers)
    {
        var code = ErrorStatus.Of(failure.Kind).Code;
        var error = new JsonObject { ["code"] = code, ["message"] = failure.Message, ["details"] = failure.Details };
        return new OpenApiResponse
        {
            Description = $"`{code}`: {failure.Text}",
            Headers = headers.With(failure.Kind switch
            {
                ErrorKind.RateLimited or ErrorKind.Unavailable => [SharedHeaders.RetryAfter],
                ErrorKind.Unauthenticated => [SharedHeaders.Challenge],
                _ => Array.Empty<string>(),
            }),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchemaReference(Envelope, _document),
                    Example = new JsonObject { ["success"] = false, ["error"] = error },
                },
            },
        };
    }

    private static OpenApiSchema EnvelopeSchema() => Object("What went wrong, in the one form that all failures have.", new()
    {
        ["success"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [false] },
        ["error"] = Object("What it was.", new()
        {
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Stable, for programs.", Enum = [.. Enum.GetValues<ErrorKind>().Select(kind => (JsonNode)ErrorStatus.Of(kind).Code)] },
            ["message"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For people." },
            ["details"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What exactly; never empty." },
        }),
    });

    private static OpenApiSchema Object(string text, Dictionary<string, IOpenApiSchema> fields) =>
        new() { Type = JsonSchemaType.Object, Description = text, Properties = fields, Required = fields.Keys.ToHashSet() };

    private sealed record Failure(ErrorKind Kind, string Text, string Message, string Details)
    {
        public string Name => Kind.ToString();
    }
}
