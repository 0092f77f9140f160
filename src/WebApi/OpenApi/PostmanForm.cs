using System.Text.Json.Nodes;

namespace Eliza.WebApi.OpenApi;

/// <summary>A body that is a form of several parts, as Postman has it.</summary>
internal static class PostmanForm
{
    /// <summary>The form, or null where the operation takes none. Parts that may be left out are there, switched off.</summary>
    public static JsonObject? Of(JsonNode operation)
    {
        if (operation["requestBody"]?["content"]?["multipart/form-data"]?["schema"] is not { } reference) return null;

        var schema = $"{reference["$ref"]}".Split('/').Skip(1).Aggregate(operation.Root, (parent, name) => parent[name]!);
        string[] required = [.. schema["required"]!.AsArray().Select(name => $"{name}")];
        return new JsonObject
        {
            ["mode"] = "formdata",
            ["formdata"] = new JsonArray([.. schema["properties"]!.AsObject().Select(part => Part(part.Key, part.Value!, required.Contains(part.Key)))]),
        };
    }

    private static JsonObject Part(string name, JsonNode schema, bool isRequired)
    {
        var isFile = $"{schema["format"]}" == "binary";
        return new JsonObject
        {
            ["key"] = name,
            [isFile ? "src" : "value"] = isFile ? new JsonArray() : "",
            ["type"] = isFile ? "file" : "text",
            ["description"] = $"{schema["description"]}",
            ["disabled"] = !isRequired,
        };
    }
}
