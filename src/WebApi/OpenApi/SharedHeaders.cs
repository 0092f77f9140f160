using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>The headers that many answers carry, described once.</summary>
internal sealed class SharedHeaders
{
    public const string RequestId = "X-Request-Id";
    public const string RetryAfter = "Retry-After";
    public const string Replayed = "Idempotent-Replayed";
    public const string Challenge = "WWW-Authenticate";
    public const string IdempotencyKey = "Idempotency-Key";
    public const string Range = "Range";
    public const string LastEventId = "Last-Event-ID";
    public const string AcceptRanges = "Accept-Ranges";
    public const string Disposition = "Content-Disposition";
    public const string ContentRange = "Content-Range";

    private static readonly string[] OnEveryAnswer = [RequestId, "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit-Policy", "RateLimit"];

    private readonly OpenApiDocument _document;

    public SharedHeaders(OpenApiDocument document)
    {
        _document = document;
        Add(RequestId, JsonSchemaType.String, "The request's id: the client's own (up to 128 letters, digits, and . _ -) or one of ours. The log has it too.");
        Add("X-RateLimit-Limit", JsonSchemaType.Integer, "How many requests the bucket closest to empty holds.");
        Add("X-RateLimit-Remaining", JsonSchemaType.Integer, "How many are left in it.");
        Add("X-RateLimit-Reset", JsonSchemaType.Integer, "When it will be full again, in Unix seconds.");
        Add("RateLimit-Policy", JsonSchemaType.String, "All buckets that apply (draft-ietf-httpapi-ratelimit-headers).");
        Add("RateLimit", JsonSchemaType.String, "How much each of them has left, by the same draft.");
        Add(RetryAfter, JsonSchemaType.Integer, "How many seconds to wait before trying again.");
        Add(Replayed, JsonSchemaType.String, "`true` when this is the answer to an earlier request with the same idempotency key.");
        Add(Challenge, JsonSchemaType.String, "`Bearer`.");
        Add(AcceptRanges, JsonSchemaType.String, "`bytes`.");
        Add(Disposition, JsonSchemaType.String, "`inline` or, for documents, `attachment`; and the file's name.");
        Add(ContentRange, JsonSchemaType.String, "Which bytes these are, and how many the file has.");
        AddParameter(IdempotencyKey, "The client's own id of this request, where the body has no `messageId`: sent again within 24 hours it is answered as the first time, and nothing is done twice.", maxLength: 255);
        AddParameter(LastEventId, "What was heard last, when the client comes back: an event's id, or a message's. It goes before `after`.", maxLength: 36);
        AddParameter(Range, "Which bytes of the file: `bytes=0-99`. All of them when missing.");
    }

    /// <summary>Those of every answer, and some more.</summary>
    public Dictionary<string, IOpenApiHeader> With(params IEnumerable<string> more) =>
        OnEveryAnswer.Concat(more).ToDictionary(name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, _document));

    private void Add(string name, JsonSchemaType type, string text) =>
        _document.AddComponent<IOpenApiHeader>(name, new OpenApiHeader { Description = text, Schema = new OpenApiSchema { Type = type } });

    private void AddParameter(string name, string text, int? maxLength = null) => _document.AddComponent<IOpenApiParameter>(name, new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = maxLength },
    });
}
