using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>One thing that the server answers, by its own list, so that tests cover by themselves what is added later.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Pattern">The path, with parameters in braces.</param>
/// <param name="BodyType">What its body is read as; null when it takes none.</param>
/// <param name="Query">The parameters of its query.</param>
internal sealed partial record ServerRoute(string Method, string Pattern, Type? BodyType, IReadOnlyList<ParameterDescriptor> Query)
{
    public IReadOnlyList<string> PathParameters => [.. Parameter().Matches(Pattern).Select(match => match.Groups[1].Value)];

    public bool TakesBody => Method is "POST" or "PUT" or "PATCH";

    public static IReadOnlyList<ServerRoute> AllOf(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(Of).OrderBy(route => route.ToString())];

    /// <summary>The path with a value for each parameter.</summary>
    public string PathWith(Func<string, string> valueOf) => Parameter().Replace(Pattern, match => valueOf(match.Groups[1].Value));

    public override string ToString() => $"{Method} {Pattern}";

    private static IEnumerable<ServerRoute> Of(RouteEndpoint endpoint)
    {
        var parameters = endpoint.Metadata.GetMetadata<ActionDescriptor>()?.Parameters ?? [];
        var body = parameters.SingleOrDefault(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body)?.ParameterType;
        var query = parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).ToList();
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Select(method => new ServerRoute(method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), body, query));
    }

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
