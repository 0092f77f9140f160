using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Eliza.Application.Idempotency;
using Eliza.WebApi.Input;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// The schemas of bodies, by the same shape that the server reads them with. That a field is required its comment says
/// (<c>Required.</c>); a test sends an empty body and compares.
/// </summary>
internal sealed partial class RequestSchemas(OpenApiDocument document, XmlComments comments)
{
    private readonly HashSet<Type> _known = [];

    public IOpenApiSchema Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (SimpleSchema.Of(type) is { } simple) return simple;
        if (type.IsGenericType) return new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(type.GetGenericArguments()[0]) };
        if (_known.Add(type)) document.AddComponent(type.Name, ObjectOf(type));
        return new OpenApiSchemaReference(type.Name, document);
    }

    private OpenApiSchema ObjectOf(Type type)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = comments.Of(type), Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
        var shape = BodyShape.Of(type);
        if (shape.Others is not null) schema.AdditionalProperties = new OpenApiSchema();
        foreach (var field in shape.Fields.Where(field => field.Property.DeclaringType != typeof(CreatingRequest) || HasKey(type)).OrderBy(field => field.Property.DeclaringType == type ? 0 : 1))
        {
            schema.Properties[field.DocumentedName] = FieldOf(field.Property);
            if (comments.Of(field.Property) is { } text && IsRequired().IsMatch(text)) schema.Required.Add(field.DocumentedName);
        }
        return schema;
    }

    /// <summary>Only what is carried out once for its key is named by one: not a change, and not what is a part of another body.</summary>
    private static bool HasKey(Type body) =>
        body.GetMethod("ToCommand", BindingFlags.Instance | BindingFlags.NonPublic)?.ReturnType is { } command
        && (command.IsAssignableTo(typeof(IIdempotent)) || command.IsAssignableTo(typeof(IRepeatable)));

    private IOpenApiSchema FieldOf(PropertyInfo property)
    {
        var field = Of(property.PropertyType);
        if (field is not OpenApiSchema own) return field;
        own.Description = comments.Of(property);
        if (own.Type is JsonSchemaType.String && own.Description is { } text && IsUuid().IsMatch(text)) own.Format = "uuid";
        if (property.PropertyType == typeof(JsonElement?) && property.Name is "Metadata") own.Type = JsonSchemaType.Object;
        return own;
    }

    [GeneratedRegex(@"(^|\. )Required\.")]
    private static partial Regex IsRequired();

    [GeneratedRegex(@"\ba UUID\b", RegexOptions.IgnoreCase)]
    private static partial Regex IsUuid();
}
