using System.Text.RegularExpressions;
using Eliza.WebApi.OpenApi.Examples;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>Describes what one route does, by its action.</summary>
internal sealed partial class DescribeOperation
{
    private const string Json = "application/json";
    private const string Multipart = "multipart/form-data";
    private const string EventStream = "text/event-stream";
    private const string AnyType = "*/*";

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
        var route = new OperationRoute(description.HttpMethod!, path, action, description.ParameterDescriptions);
        var text = _comments.Of(action.MethodInfo);
        var operation = new OpenApiOperation
        {
            OperationId = _ids.Next(route.Method, path, action),
            Summary = text is null ? null : EndOfSummary().Split(text)[0].TrimEnd('.'),
            Description = text,
            Tags = new HashSet<OpenApiTagReference> { new(About.TagOf(path), _document) },
            Parameters = [.. ParametersOf(route)],
            RequestBody = BodyOf(route),
            Responses = ResponsesOf(route),
        };
        if (route.IsAnonymous) operation.Security = [];
        return operation;
    }

    private IEnumerable<IOpenApiParameter> ParametersOf(OperationRoute route)
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
                Schema = ParameterTexts.SchemaOf(parameter.Name, parameter.Type ?? typeof(string), route.AnswersPage),
            };
        }
        if (route.IsIdempotent) yield return new OpenApiParameterReference(SharedHeaders.IdempotencyKey, _document);
        if (route.AnswersFile) yield return new OpenApiParameterReference(SharedHeaders.Range, _document);
        if (route.AnswersStreamOnly) yield return new OpenApiParameterReference(SharedHeaders.LastEventId, _document);
    }

    private OpenApiRequestBody? BodyOf(OperationRoute route)
    {
        if (route.Form is { } form)
            return new() { Required = true, Description = _comments.Of(form), Content = new Dictionary<string, OpenApiMediaType> { [Multipart] = new() { Schema = _bodies.Of(form) } } };
        if (route.Body is not { } body) return null;
        return new()
        {
            Required = body.ParameterDescriptor.BindingInfo?.EmptyBodyBehavior is not EmptyBodyBehavior.Allow,
            Description = _comments.Of(body.Type),
            Content = new Dictionary<string, OpenApiMediaType> { [Json] = ContentWith(_bodies.Of(body.Type), route.Samples, sample => sample.Request) },
        };
    }

    private OpenApiResponses ResponsesOf(OperationRoute route)
    {
        var responses = new OpenApiResponses();
        foreach (var status in route.Successes) responses[$"{status}"] = SuccessOf(route, status);
        foreach (var status in route.Failures.Order()) responses[$"{status}"] = _failures.Of(status, route.FailureKinds);
        return responses;
    }

    private OpenApiResponse SuccessOf(OperationRoute route, int status) => new()
    {
        Description = ReasonPhrases.GetReasonPhrase(status),
        Headers = _headers.With([.. route.IsIdempotent ? [SharedHeaders.Replayed] : Array.Empty<string>(), .. route.HeadersOfFile(status)]),
        Content = HttpMethods.IsHead(route.Method) ? null
            : route.AnswersStreamOnly || (route.AnswersStream && status != route.Answer.Status) ? new Dictionary<string, OpenApiMediaType> { [EventStream] = new() { Schema = SimpleSchema.Events() } }
            : route.AnswersFile ? new Dictionary<string, OpenApiMediaType> { [AnyType] = new() { Schema = SimpleSchema.File() } }
            : new Dictionary<string, OpenApiMediaType> { [Json] = ContentWith(_answers.Of(route.Answer, route.Path), route.Samples, sample => sample.Answer) },
    };

    private static OpenApiMediaType ContentWith(IOpenApiSchema schema, IReadOnlyList<Sample> samples, Func<Sample, string?> jsonOf)
    {
        var shown = samples.Where(sample => jsonOf(sample) is not null)
            .ToDictionary(sample => sample.Name, IOpenApiExample (sample) => new OpenApiExample { Summary = sample.Title, Value = Sample.Parse(jsonOf(sample)!) });
        return new OpenApiMediaType { Schema = schema, Examples = shown.Count > 0 ? shown : null };
    }

    /// <summary>What comes before the first full stop, semicolon or colon says enough in a list.</summary>
    [GeneratedRegex("[.;:] ")]
    private static partial Regex EndOfSummary();
}
