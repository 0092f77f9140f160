using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Eliza.FunctionalTests.Access;
using Eliza.FunctionalTests.Fixtures;
using Eliza.WebApi.OpenApi.Examples;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Eliza.FunctionalTests.OpenApi;

/// <summary>The document is right by the specification, and complete: nothing that the server answers is missing in it.</summary>
[Trait("Database", "Once")]
public sealed partial class OpenApiDocumentTests(ApiFactory factory) : IClassFixture<ApiFactory>, IAsyncLifetime
{
    /// <summary>What describes the API is no part of it.</summary>
    private static readonly string[] Pages = ["/openapi/", "/docs", "/assets/", "/socket.io"];

    private ApiDescription _api = null!;

    public async ValueTask InitializeAsync() => _api = await ApiDescription.ReadAsync(factory);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Document_WhenRead_IsValidOpenApi31()
    {
        var read = OpenApiDocument.Parse(_api.Root.GetRawText(), OpenApiConstants.Json);
        var diagnostic = read.Diagnostic.ShouldNotBeNull();
        diagnostic.SpecificationVersion.ShouldBe(OpenApiSpecVersion.OpenApi3_1);
        diagnostic.Errors.ShouldBeEmpty();
        diagnostic.Warnings.ShouldBeEmpty();
        read.Document.ShouldNotBeNull().Validate(ValidationRuleSet.GetDefaultRuleSet()).ShouldBeEmpty();
    }

    [Fact]
    public void Document_InItsRoutes_HasAllOfTheServersAndNoOther() => _api.Operations.Select(operation => operation.ToString()).ShouldBe(
        Routes().Select(route => Required($"{route}")), ignoreOrder: true);

    [Fact]
    public void Operations_InWhatTheySay_AreComplete()
    {
        var operations = _api.Operations;
        operations.Select(operation => operation.Id).Distinct().Count().ShouldBe(operations.Count, "operationIds are unique");
        var tags = _api.Root.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        foreach (var operation in operations)
        {
            operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace($"{operation}");
            operation.Value.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace($"{operation}");
            operation.Id.ShouldMatch("^[a-z][A-Za-z]+$");
            tags.ShouldContain(operation.Value.GetProperty("tags").EnumerateArray().Single().GetString());
            if (operation.Method != "HEAD") _api.SchemaOf(operation, operation.SuccessStatus).ShouldNotBeNull($"{operation} has no schema");
            operation.Statuses.ShouldBeSubsetOf(["200", "201", "206", "400", "401", "403", "404", "409", "410", "413", "415", "416", "422", "429", "500", "503"], $"{operation}");
            foreach (var status in new[] { "429", "500", "503" }) operation.Statuses.ShouldContain(status, $"{operation}");
            operation.Statuses.Contains("401").ShouldBe(!IsAnonymous(operation), $"{operation}");
        }
    }

    /// <summary>The table is held to the server; so by it the document is too.</summary>
    [Fact]
    public void Operations_InTheirStatuses_HaveAllThatTheAccessTableHas()
    {
        var rows = AccessTable.Rows.SelectMany(row => AccessTable.Spelled(row.Key).Select(route => (Route: Required(route), row.Value.Expected))).ToDictionary(row => row.Route, row => row.Expected);
        _api.Operations.SelectMany(operation => rows[$"{operation}"].Distinct().Select(status => $"{status}").Except(operation.Statuses).Select(status => $"{operation} answers {status}"))
            .ShouldBeEmpty("[Fails] on the action");
    }

    [Fact]
    public void Operations_InTheirParameters_ExplainEachAndNameThoseOfThePath()
    {
        foreach (var operation in _api.Operations)
        {
            var parameters = operation.Value.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(_api.Resolve).ToList() : [];
            foreach (var parameter in parameters)
            {
                (parameter.TryGetProperty("description", out var text) ? text.GetString() : null).ShouldNotBeNullOrWhiteSpace($"{operation} {parameter}: a <param> on the action, or a line in ParameterTexts");
                parameter.TryGetProperty("schema", out _).ShouldBeTrue($"{operation} {parameter}");
            }
            parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path").Select(parameter => parameter.GetProperty("name").GetString()!)
                .ShouldBe(PathParameter().Matches(operation.Path).Select(match => match.Groups[1].Value), ignoreOrder: true, $"{operation}");
        }
    }

    [Fact]
    public void Fields_OfBodies_AreAllExplained()
    {
        foreach (var (name, schema) in _api.Root.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(schema => schema.Name.EndsWith("Request", StringComparison.Ordinal)).Select(schema => (schema.Name, schema.Value)))
            foreach (var field in schema.GetProperty("properties").EnumerateObject().Where(field => !field.Value.TryGetProperty("$ref", out _)))
                field.Value.TryGetProperty("description", out _).ShouldBeTrue($"{name}.{field.Name} has no comment");
    }

    [Fact]
    public void Operations_WithABody_ShowAnExample() => _api.Operations
        .Where(operation => operation.BodyOf("application/json") is not null && !operation.RequestExamples.Any())
        .Select(operation => operation.ToString()).ShouldBeEmpty("a Sample in src/WebApi/OpenApi/Examples");

    [Fact]
    public void Samples_ByTheirActions_AreAllOfActionsThatThereAre() => Samples.ByAction.Keys.ShouldBeSubsetOf(
        factory.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>()
            .Select(action => $"{action.ControllerName}.{action.ActionName}"));

    [Fact]
    public void Reference_InItsMethodsAndPaths_IsAnsweredUnderTheSameNames()
    {
        var ours = _api.Operations.ToDictionary(operation => PathParameter().Replace(operation.ToString(), "{}"), operation => operation.Id);
        ReferenceRoutes.All.Where(route => ours.GetValueOrDefault(route.Key) != route.Value).Select(route => route.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_WhenItHasNotChanged_IsNotSentAgain()
    {
        using var client = factory.CreateClient();
        var first = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        first.Content.Headers.ContentType.ShouldBe(MediaTypeHeaderValue.Parse("application/json; charset=utf-8"));
        first.Headers.CacheControl!.NoCache.ShouldBeTrue();
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        ((int)(await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(304);
        (await factory.Anonymous.GetAsync("/openapi/v2.json")).ShouldBeError(401, "AUTHENTICATION_FAILED");
        (await factory.Api.GetAsync("/openapi/v2.json")).ShouldBeError(404, "RESOURCE_NOT_FOUND");
    }

    private IEnumerable<ServerRoute> Routes() => ServerRoute.AllOf(factory.Services).Where(route => route.Pattern != "/" && !Pages.Any(page => route.Pattern.StartsWith(page, StringComparison.Ordinal)));

    /// <summary>The document knows no part of a path that may be left out.</summary>
    private static string Required(string route) => route.Replace("?}", "}");

    private static bool IsAnonymous(ApiOperation operation) => operation.Value.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PathParameter();
}
