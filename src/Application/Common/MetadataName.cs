using System.Text.Json;
using Eliza.Domain.Common;

namespace Eliza.Application.Common;

/// <summary>What people call somebody, as clients tell it in metadata.</summary>
internal static class MetadataName
{
    /// <summary>The fields in which it is told, the first one first.</summary>
    private static readonly string[] Fields = ["username", "userName", "displayName", "name"];

    /// <summary>The first that may be a name here; null when none may.</summary>
    public static DisplayName? In(JsonElement? metadata) => metadata is { ValueKind: JsonValueKind.Object } fields
        ? Fields.Select(field => NameIn(fields, field)).FirstOrDefault(name => name is not null)
        : null;

    private static DisplayName? NameIn(JsonElement fields, string field) =>
        fields.TryGetProperty(field, out var name) && name.ValueKind is JsonValueKind.String
        && DisplayName.Create(name.GetString()) is { IsSuccess: true } valid ? valid.Value : null;
}
