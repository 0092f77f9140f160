using System.Reflection;
using Eliza.WebApi.Input;
using Eliza.WebApi.OpenApi.Examples;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>Describes what one route does, by its action.</summary>
internal sealed class DescribeOperation
{
    private const string Json = "application/json";

    private readonly OpenApiDocument _document;
    private readonly XmlComments _comments;
    private readonly RequestSchemas _bodies;
    private readonly AnswerSchemas _answers;
    private readonly SharedHeaders _headers;
    private readonly Failures _failures;
    private readonly OperationIds _ids = new();

    public DescribeOperation(OpenApiDocument document, XmlComments comments)
    {
        (_document, _comments) = (document, comments);
        _bodies = new RequestSchemas(document, comments);
        _answers = new AnswerSchemas(new ResponseSchemas(document, comments));
        _headers = new SharedHeaders(document);
        _failures = new Failures(document, _headers);
    }

    public OpenApiOperation Of(ApiDescription description, string path)
    {
        var action = (ControllerActionDescriptor)description.ActionDescriptor;
        var route = new Route(description.HttpMethod!, path, action, description.ParameterDescriptions);
        var text = _comments.Of(action.MethodInfo);
        var operation = new OpenApiOperation
        {
            OperationId = _ids.Next(route.Method, path, action),
            Summary = text?.Split(". ")[0].TrimEnd('.'),
            Description = text,
            Tags = new HashSet<OpenApiTagReference> { new(About.TagOf(path), _document) },
            Parameters = [.. ParametersOf(route)],
            RequestBody = route.Body is { } body ? BodyOf(body, route.Samples) : null,
            Responses = ResponsesOf(route),
        };
        if (route.IsAnonymous) operation.Security = [];
        return operation;
    }

    private IEnumerable<IOpenApiParameter> ParametersOf(Route route)
    {
        foreach (var parameter in route.Parameters.Where(parameter => parameter.Source == BindingSource.Path || parameter.Source == BindingSource.Query))
        {
            var inPath = parameter.Source == BindingSource.Path;
            yield return new OpenApiParameter
            {
                Name = parameter.Name,
                In = inPath ? ParameterLocation.Path : ParameterLocation.Query,
                Required = inPath,
                Description = _comments.Of(route.Action.MethodInfo, parameter.Name) ?? ParameterTexts.Of(parameter.Name),
                Schema = ParameterTexts.SchemaOf(parameter.Name, parameter.Type),
            };
        }
        if (route.IsIdempotent) yield return new OpenApiParameterReference(SharedHeaders.IdempotencyKey, _document);
    }

    private OpenApiRequestBody BodyOf(ApiParameterDescription body, IReadOnlyList<Sample> samples) => new()
    {
        Required = body.ParameterDescriptor.BindingInfo?.EmptyBodyBehavior is not EmptyBodyBehavior.Allow,
        Description = _comments.Of(body.Type),
        Content = new Dictionary<string, OpenApiMediaType> { [Json] = Content(_bodies.Of(body.Type), samples, sample => sample.Request) },
    };

    private OpenApiResponses ResponsesOf(Route route)
    {
        var answer = route.Action.MethodInfo.GetCustomAttribute<AnswerAttribute>() ?? throw new NotSupportedException($"{route.Action.DisplayName} does not say what it answers.");
        var success = new OpenApiResponse
        {
            Description = ReasonPhrases.GetReasonPhrase(answer.Status),
            Headers = _headers.With(route.IsIdempotent ? [SharedHeaders.Replayed] : Array.Empty<string>()),
            Content = HttpMethods.IsHead(route.Method) ? null
                : new Dictionary<string, OpenApiMediaType> { [Json] = Content(_answers.Of(answer, route.Path), route.Samples, sample => sample.Answer) },
        };
        var responses = new OpenApiResponses { [$"{answer.Status}"] = success };
        foreach (var status in route.Failures.Order()) responses[$"{status}"] = _failures.Of(status);
        return responses;
    }

    private static OpenApiMediaType Content(IOpenApiSchema schema, IReadOnlyList<Sample> samples, Func<Sample, string?> jsonOf)
    {
        var shown = samples.Where(sample => jsonOf(sample) is not null)
            .ToDictionary(sample => sample.Name, IOpenApiExample (sample) => new OpenApiExample { Summary = sample.Title, Value = Sample.Parse(jsonOf(sample)!) });
        return new OpenApiMediaType { Schema = schema, Examples = shown.Count > 0 ? shown : null };
    }

    private sealed record Route(string Method, string Path, ControllerActionDescriptor Action, IList<ApiParameterDescription> Parameters)
    {
        public ApiParameterDescription? Body => Parameters.SingleOrDefault(parameter => parameter.Source == BindingSource.Body);

        public bool IsIdempotent => Body?.Type.IsSubclassOf(typeof(CreatingRequest)) is true;

        public bool IsAnonymous => Action.EndpointMetadata.OfType<IAllowAnonymous>().Any();

        public IReadOnlyList<Sample> Samples => Examples.Samples.Of(Action);

        /// <summary>Those that the action names, and those that go without saying.</summary>
        public IEnumerable<int> Failures
        {
            get
            {
                var named = Action.MethodInfo.GetCustomAttribute<FailsAttribute>()?.Statuses ?? [];
                int[] ofInput = Body is not null ? [400, 413, 415] : Parameters.Any(parameter => parameter.Source == BindingSource.Query) ? [400] : [];
                int[] ofCaller = IsAnonymous ? [429, 500, 503] : [401, 429, 500, 503];
                return named.Concat(ofInput).Concat(ofCaller).Distinct();
            }
        }
    }
}
