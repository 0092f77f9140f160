using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Eliza.WebApi.Responses;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// The schemas of what is answered, by what the serializer itself knows of it: the names, which fields may be null, which may
/// be left out. A record becomes a component of the document.
/// </summary>
internal sealed class ResponseSchemas(OpenApiDocument document, XmlComments comments)
{
    private const string Suffix = "Response";

    private static readonly JsonSerializerOptions Options = new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private readonly Dictionary<string, Type> _components = [];

    public IOpenApiSchema Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } plain) return OrNull(Of(plain));
        if (SimpleSchema.Of(type) is { } simple) return simple;
        var info = Options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(info.ElementType!) },
            JsonTypeInfoKind.Dictionary => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Of(info.ElementType!) },
            JsonTypeInfoKind.Object => Component(info),
            _ => throw new NotSupportedException($"Nobody has said how {type} is described."),
        };
    }

    private OpenApiSchemaReference Component(JsonTypeInfo info)
    {
        var name = NameOf(info.Type);
        if (_components.TryAdd(name, info.Type)) document.AddComponent(name, ObjectOf(info));
        else if (_components[name] != info.Type) throw new NotSupportedException($"{info.Type} and {_components[name]} would have one name.");
        return new OpenApiSchemaReference(name, document);
    }

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        if (name.EndsWith(Suffix, StringComparison.Ordinal)) name = name[..^Suffix.Length];
        return name + string.Concat(type.GetGenericArguments().Select(NameOf));
    }

    private OpenApiSchema ObjectOf(JsonTypeInfo info)
    {
        var about = comments.Of(info.Type);
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Description = about, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
        foreach (var property in info.Properties.Where(property => property.Get is not null))
        {
            if (property.IsExtensionData)
            {
                schema.AdditionalProperties = new OpenApiSchema();
                continue;
            }
            var described = Of(property.PropertyType);
            if (property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null) described = OrNull(described);
            if (described is OpenApiSchema own && property.AttributeProvider is PropertyInfo source)
                own.Description = comments.Of(source) ?? own.Description ?? UnitOf(source, about);
            schema.Properties[property.Name] = described;
            if (property.ShouldSerialize is null) schema.Required.Add(property.Name);
        }
        return schema;
    }

    /// <summary>In what a time is counted, the comment of the whole says.</summary>
    private static string? UnitOf(PropertyInfo property, string? about) =>
        !IsTime(property) || about is null ? null
        : about.Contains("Unix seconds", StringComparison.Ordinal) ? "In Unix seconds."
        : about.Contains("milliseconds", StringComparison.Ordinal) ? "In Unix milliseconds."
        : null;

    private static bool IsTime(PropertyInfo property) =>
        (property.PropertyType == typeof(long) || property.PropertyType == typeof(long?))
        && (property.Name.EndsWith("At", StringComparison.Ordinal) || property.Name == "Timestamp");

    private static IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Type: { } type } own)
        {
            own.Type = type | JsonSchemaType.Null;
            return own;
        }
        return schema is OpenApiSchemaReference
            ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] }
            : schema;
    }
}
