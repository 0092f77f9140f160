using Eliza.WebApi.Responses;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>The schemas of answers: one for each form that an <see cref="AnswerAttribute"/> gives what it holds.</summary>
internal sealed class AnswerSchemas(ResponseSchemas schemas)
{
    /// <param name="answer">What the action answers.</param>
    /// <param name="route">Under which of its routes; some have a list where others have an object.</param>
    public IOpenApiSchema Of(AnswerAttribute answer, string route)
    {
        if (answer is IStreamAnswer { BodyType: { } otherwise }) return schemas.Of(otherwise);
        var content = answer.GetType().GetGenericArguments()[0];
        return answer switch
        {
            INamedAnswer named => Success(("data", Beside(content, named.Also is { } also ? [named.Name, also] : [named.Name]))),
            IDoneAnswer done => Done(content, done.Message),
            IPageAnswer page => page.IsListUnder(route) ? List(content) : Page(content, page.Names),
            _ when Form(answer) == typeof(AnswersAttribute<>) => Success(("data", schemas.Of(content))),
            _ when Form(answer) == typeof(AnswersBothAttribute<>) => All(Success(("data", schemas.Of(content))), schemas.Of(content)),
            _ when Form(answer) == typeof(AnswersListAttribute<>) => List(content),
            _ when Form(answer) == typeof(AnswersBareAttribute<>) => schemas.Of(content),
            _ => throw new NotSupportedException($"Nobody has said how answers of {answer.GetType().Name} are described."),
        };
    }

    private static Type Form(AnswerAttribute answer) => answer.GetType().GetGenericTypeDefinition();

    private OpenApiSchema Beside(Type content, IReadOnlyList<string> names) =>
        All(Object([.. names.Select(name => (name, schemas.Of(content)))]), schemas.Of(content));

    private OpenApiSchema List(Type item) => Success(("data", ArrayOf(item)), ("pagination", schemas.Of(typeof(Pagination))));

    private OpenApiSchema Page(Type item, IReadOnlyList<string> names) =>
        Success(("data", Object([.. names.Select(name => (name, (IOpenApiSchema)ArrayOf(item))), ("pagination", schemas.Of(typeof(Pagination)))])));

    private OpenApiSchema Done(Type content, string? message)
    {
        OpenApiSchema Told() => All(message is null ? Success() : Success(("message", new OpenApiSchema { Type = JsonSchemaType.String, Const = message })), schemas.Of(content));
        return All(Told(), Object(("data", Told())));
    }

    private OpenApiSchema ArrayOf(Type item) => new() { Type = JsonSchemaType.Array, Items = schemas.Of(item) };

    private static OpenApiSchema Success(params IEnumerable<(string Name, IOpenApiSchema Schema)> fields) =>
        Object([("success", new OpenApiSchema { Type = JsonSchemaType.Boolean, Enum = [true] }), .. fields]);

    private static OpenApiSchema Object(params IReadOnlyList<(string Name, IOpenApiSchema Schema)> fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(field => field.Name, field => field.Schema),
        Required = fields.Select(field => field.Name).ToHashSet(),
    };

    private static OpenApiSchema All(params IEnumerable<IOpenApiSchema> parts) => new() { AllOf = [.. parts] };
}
