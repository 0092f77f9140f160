using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>The server's own OpenAPI document, for tests to compare the server with.</summary>
internal sealed class ApiDescription(JsonElement root)
{
    public JsonElement Root => root;

    public IReadOnlyList<ApiOperation> Operations => [.. root.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject(), (path, operation) => new ApiOperation(operation.Name.ToUpperInvariant(), path.Name, operation.Value))];

    public static async Task<ApiDescription> ReadAsync(ApiFactory factory) => new((await factory.Anonymous.GetAsync("/openapi/v1.json")).ShouldBe(200).Json);

    /// <summary>What is meant: itself, or what it refers to within the document.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.TryGetProperty("$ref", out var reference))
            element = reference.GetString()!.Split('/').Skip(1).Aggregate(root, (parent, name) => parent.GetProperty(name));
        return element;
    }

    /// <summary>The schema of an operation's answer with that status, or null when it answers no such thing.</summary>
    public JsonElement? SchemaOf(ApiOperation operation, int status) =>
        operation.Value.GetProperty("responses").TryGetProperty($"{status}", out var response)
        && Resolve(response).TryGetProperty("content", out var content)
            ? content.EnumerateObject().Single().Value.GetProperty("schema")
            : null;

    /// <summary>Whether an operation answers with a file.</summary>
    public bool AnswersFile(ApiOperation operation, int status) =>
        Resolve(operation.Value.GetProperty("responses").GetProperty($"{status}")).TryGetProperty("content", out var content) && content.TryGetProperty("*/*", out _);
}

/// <summary>One method of one path.</summary>
internal sealed record ApiOperation(string Method, string Path, JsonElement Value)
{
    public string Id => Value.GetProperty("operationId").GetString()!;

    public IEnumerable<string> Statuses => Value.GetProperty("responses").EnumerateObject().Select(response => response.Name);

    /// <summary>How it answers when all goes well: whole, and as a stream of events only where it knows no other way.</summary>
    public int SuccessStatus
    {
        get
        {
            string[] successes = [.. Statuses.Where(status => status[0] == '2' && status != "206")];
            return int.Parse(successes is [var only] ? only : successes.Single(status => !AnswersEvents(status)));
        }
    }

    public bool AnswersEvents(string status) =>
        Value.GetProperty("responses").GetProperty(status).TryGetProperty("content", out var content) && content.TryGetProperty("text/event-stream", out _);

    /// <summary>The bodies that the document shows, by their names.</summary>
    public IEnumerable<JsonProperty> RequestExamples =>
        BodyOf("application/json") is { } body && body.TryGetProperty("examples", out var examples)
            ? examples.EnumerateObject()
            : [];

    /// <summary>What the document says of a body of that type, or null when the operation takes none.</summary>
    public JsonElement? BodyOf(string contentType) =>
        Value.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty(contentType, out var content) ? content : null;

    public override string ToString() => $"{Method} {Path}";
}
