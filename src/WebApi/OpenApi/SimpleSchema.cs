using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Application.Media;
using Microsoft.OpenApi;

namespace Eliza.WebApi.OpenApi;

/// <summary>The schemas of what has no parts.</summary>
internal static class SimpleSchema
{
    /// <summary>The type's schema, or null when it has parts.</summary>
    public static OpenApiSchema? Of(Type type) =>
        type == typeof(string) ? new() { Type = JsonSchemaType.String }
        : type == typeof(bool) ? new() { Type = JsonSchemaType.Boolean }
        : type == typeof(int) ? new() { Type = JsonSchemaType.Integer, Format = "int32" }
        : type == typeof(long) ? new() { Type = JsonSchemaType.Integer, Format = "int64" }
        : type == typeof(double) || type == typeof(decimal) ? new() { Type = JsonSchemaType.Number, Format = "double" }
        : type == typeof(Guid) ? new() { Type = JsonSchemaType.String, Format = "uuid" }
        : type == typeof(DateTimeOffset) ? new() { Type = JsonSchemaType.String, Format = "date-time", Description = "ISO 8601 in UTC, with milliseconds." }
        : type == typeof(UploadedFile) ? File()
        : type == typeof(RawJson) ? new() { Type = JsonSchemaType.Object, Description = "JSON of the client's own, as it came." }
        : type == typeof(JsonElement) || type == typeof(object) ? new()
        : null;

    /// <summary>Events as they are sent to browsers (WHATWG HTML, Server-sent events), the data of each being JSON.</summary>
    public static OpenApiSchema Events() => new() { Type = JsonSchemaType.String, Description = "Events, the data of each in JSON." };

    /// <summary>Bytes, as they are.</summary>
    public static OpenApiSchema File() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
