using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// Writes the whole document, by the routes, the attributes and the comments that the actions have anyway. The package's own
/// generator describes what an action returns; ours all return an <c>IActionResult</c>, and their answers' forms are in
/// attributes of ours.
/// </summary>
internal sealed class DescribeApi : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";
    private const string ApiKey = "apiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = About.Info;
        document.Servers = [new OpenApiServer { Url = "/", Description = "The server that this document came from." }];
        document.Tags = About.Tags;
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key, or a person's token.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(ApiKey, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-API-Key", Description = "An API key.",
        });
        document.Security = [Requirement(Bearer, document), Requirement(ApiKey, document)];

        var comments = new XmlComments();
        var operations = new DescribeOperation(document, comments);
        var paths = new SortedDictionary<string, OpenApiPathItem>(StringComparer.Ordinal);
        foreach (var description in Sorted(context.DescriptionGroups))
        {
            var path = "/" + description.RelativePath;
            if (!paths.TryGetValue(path, out var item)) paths[path] = item = new OpenApiPathItem();
            item.AddOperation(new HttpMethod(description.HttpMethod!), operations.Of(description, path));
        }
        document.Paths = [];
        foreach (var (path, item) in paths) document.Paths.Add(path, item);
        return Task.CompletedTask;
    }

    /// <summary>The shortest path first, so that it gets the plainest name; and each time the same.</summary>
    private static IEnumerable<ApiDescription> Sorted(IReadOnlyList<ApiDescriptionGroup> groups) => groups
        .SelectMany(group => group.Items)
        .OrderBy(description => description.RelativePath!.Length)
        .ThenBy(description => description.RelativePath, StringComparer.Ordinal)
        .ThenBy(description => description.HttpMethod, StringComparer.Ordinal);

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
