using System.Text;
using System.Text.Json;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>What the document promises the server keeps: every operation is called, with every example, and its answer held to its schema.</summary>
[Trait("Database", "Once")]
public sealed class OpenApiAnswerTests(ApiFactory factory) : IClassFixture<ApiFactory>, IAsyncLifetime
{
    private const string SampleChannel = "a1b2c3d4-e5f6-7890-1234-567890abcdef";
    private const string SampleMessage = "f1e2d3c4-b5a6-9876-5432-109876543210";
    private const string SampleLease = "0d9f5c1e-7a43-4c0b-9f5e-2b8a61c7d340";

    private ApiDescription _api = null!;
    private SchemaCheck _check = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiDescription.ReadAsync(factory);
        _check = new SchemaCheck(_api);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Operations_WithTheirExamples_AnswerAsDescribed()
    {
        foreach (var operation in _api.Operations)
        {
            foreach (var body in operation.RequestExamples.Select(example => example.Value.GetProperty("value").GetRawText()).DefaultIfEmpty(null))
            {
                var answer = await SendAsync(operation, body);
                answer.Status.ShouldBe(operation.SuccessStatus, $"{operation} {body}: {answer.Text}");
                ShouldBeAsDescribed(operation, answer);
            }
        }
    }

    [Fact]
    public async Task Operations_WithAnEmptyBody_MissWhatTheDocumentCallsRequired()
    {
        var faults = new List<string>();
        foreach (var operation in _api.Operations.Where(operation => operation.RequestExamples.Any()))
        {
            var answer = await SendAsync(operation, "{}");
            ShouldBeAsDescribed(operation, answer);
            var missing = answer.Status is 400 ? answer.Details.Split("; ").Where(part => part.StartsWith("Required field", StringComparison.Ordinal)).Select(part => part.Split('\'')[1]).ToList() : [];
            var schema = _api.Resolve(operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"));
            var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToList() : [];
            faults.AddRange(required.Except(missing).Select(name => $"{operation} {name} is not required: {answer.Text}"));
            faults.AddRange(missing.Except(required).Where(name => !IsConditional(schema, name)).Select(name => $"{operation} {name}: its comment has no «Required.»"));
        }
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operations_ForNobodyOrForNothing_FailAsDescribed()
    {
        foreach (var operation in _api.Operations)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{\w+\}", "names-nothing");
            foreach (var caller in new[] { factory.Anonymous, factory.WithCredential("eliza_service_wrong"), await factory.UserAsync("stranger") })
                ShouldBeAsDescribed(operation, await caller.SendAsync(new HttpMethod(operation.Method), path, BodyOf(operation.RequestExamples.Any() ? "{" : null)));
        }
    }

    [Fact]
    public async Task Files_WhenAskedForInPart_AreAnsweredAsDescribed()
    {
        foreach (var operation in _api.Operations.Where(operation => operation.Statuses.Contains("206")))
        {
            var (client, path) = (factory.Api, (await SampleWorld.MakeAsync(factory, operation)).PathOf());
            client.Client.DefaultRequestHeaders.Add("Range", "bytes=0-3");
            var part = (await client.SendAsync(new HttpMethod(operation.Method), path, null)).ShouldBe(206);
            ShouldBeAsDescribed(operation, part);
            client.Client.DefaultRequestHeaders.Remove("Range");
            client.Client.DefaultRequestHeaders.Add("Range", "bytes=1000000-");
            ShouldBeAsDescribed(operation, (await client.SendAsync(new HttpMethod(operation.Method), path, null)).ShouldBe(416));
        }
    }

    [Fact]
    public void Examples_OfAnswers_AreAsDescribed()
    {
        foreach (var operation in _api.Operations)
        {
            var content = _api.Resolve(operation.Value.GetProperty("responses").GetProperty($"{operation.SuccessStatus}"));
            if (!content.TryGetProperty("content", out var types) || !types.EnumerateObject().Single().Value.TryGetProperty("examples", out var examples)) continue;
            foreach (var example in examples.EnumerateObject())
                _check.Faults(example.Value.GetProperty("value"), _api.SchemaOf(operation, operation.SuccessStatus)!.Value).ShouldBeEmpty($"{operation} {example.Name}");
        }
    }

    private void ShouldBeAsDescribed(ApiOperation operation, Answer answer)
    {
        operation.Statuses.ShouldContain($"{answer.Status}", $"{operation}: {answer.Text}");
        if (operation.Method == "HEAD") return;
        var schema = _api.SchemaOf(operation, answer.Status).ShouldNotBeNull($"{operation} {answer.Status}");
        if (_api.AnswersFile(operation, answer.Status)) answer.Text.ShouldNotBeEmpty($"{operation} {answer.Status}");
        else if (operation.AnswersEvents($"{answer.Status}")) answer.Text.ShouldStartWith("event: ");
        else _check.Faults(answer.Json, schema).ShouldBeEmpty($"{operation} {answer.Status}: {answer.Text}");
        foreach (var (name, header) in _api.Resolve(operation.Value.GetProperty("responses").GetProperty($"{answer.Status}")).GetProperty("headers").EnumerateObject().Select(header => (header.Name, header.Value)))
            if (name != "Idempotent-Replayed") answer.Headers.Keys.ShouldContain(key => key.Equals(name, StringComparison.OrdinalIgnoreCase), $"{operation} {answer.Status}");
    }

    /// <summary>Each call finds a world of its own, in which all that a path may name is there.</summary>
    private async Task<Answer> SendAsync(ApiOperation operation, string? body)
    {
        var world = await SampleWorld.MakeAsync(factory, operation);
        var text = body?.Replace(SampleChannel, $"{world.Channel}").Replace(SampleMessage, $"{world.Message}").Replace(SampleLease, world.Lease).Replace("general-discussion", world.Unique);
        return await factory.Api.SendAsync(new HttpMethod(operation.Method), world.PathOf(), (HttpContent?)FormOf(operation) ?? BodyOf(text));
    }

    private static StringContent? BodyOf(string? json) => json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");

    /// <summary>A small image, in the part that the document has for a file.</summary>
    private MultipartFormDataContent? FormOf(ApiOperation operation)
    {
        if (operation.BodyOf("multipart/form-data") is not { } body) return null;
        var file = _api.Resolve(body.GetProperty("schema")).GetProperty("properties").EnumerateObject()
            .Single(field => field.Value.TryGetProperty("format", out var format) && format.GetString() == "binary");
        return Uploads.Form(MediaSamples.Png, field: file.Name);
    }

    private static bool IsConditional(JsonElement schema, string field) =>
        schema.GetProperty("properties").GetProperty(field).GetProperty("description").GetString()!.Contains("required", StringComparison.Ordinal);
}
