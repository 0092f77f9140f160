using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Eliza.WebApi.Responses;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// The API's description as a Postman collection (v2.1): a folder for each tag, a request for each operation and each of its
/// examples, under the two variables of the messaging documents, <c>base_url</c> and <c>api_key</c>.
/// </summary>
internal static partial class PostmanCollection
{
    public const string FileName = "eliza.postman_collection.json";
    public const string EnvironmentFileName = "eliza.postman_environment.json";

    private const string Schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    /// <param name="openApi">The OpenAPI document.</param>
    public static string Write(string openApi)
    {
        var document = JsonNode.Parse(openApi)!;
        var folders = document["tags"]!.AsArray().Select(tag => Folder(tag!, document["paths"]!.AsObject()));
        return Text(new JsonObject
        {
            ["info"] = new JsonObject { ["name"] = "Eliza", ["description"] = document["info"]!["description"]!.DeepClone(), ["schema"] = Schema },
            ["auth"] = new JsonObject
            {
                ["type"] = "bearer",
                ["bearer"] = new JsonArray(new JsonObject { ["key"] = "token", ["value"] = "{{api_key}}", ["type"] = "string" }),
            },
            ["item"] = new JsonArray([.. folders]),
        });
    }

    public static string WriteEnvironment() => Text(new JsonObject
    {
        ["name"] = "Eliza",
        ["values"] = new JsonArray(Value("base_url", "http://localhost:3000", "default"), Value("api_key", "your-api-key", "secret")),
        ["_postman_variable_scope"] = "environment",
    });

    private static JsonObject Folder(JsonNode tag, JsonObject paths) => new()
    {
        ["name"] = tag["name"]!.DeepClone(),
        ["description"] = tag["description"]!.DeepClone(),
        ["item"] = new JsonArray([.. paths
            .SelectMany(path => path.Value!.AsObject(), (path, method) => (Path: path.Key, Method: method.Key.ToUpperInvariant(), Operation: method.Value!))
            .Where(one => one.Operation["tags"]![0]!.GetValue<string>() == tag["name"]!.GetValue<string>() && one.Method != "HEAD")
            .SelectMany(one => RequestsOf(one.Path, one.Method, one.Operation))]),
    };

    private static IEnumerable<JsonNode> RequestsOf(string path, string method, JsonNode operation)
    {
        var examples = operation["requestBody"]?["content"]?["application/json"]?["examples"]?.AsObject();
        if (examples is null) return [RequestOf(path, method, operation, $"{operation["summary"]}", null)];
        return examples.Select(example => RequestOf(path, method, operation, $"{example.Value!["summary"]}", example.Value["value"]));
    }

    private static JsonObject RequestOf(string path, string method, JsonNode operation, string title, JsonNode? body)
    {
        var request = new JsonObject
        {
            ["method"] = method,
            ["header"] = new JsonArray([.. HeadersOf(body)]),
            ["url"] = UrlOf(path, operation),
            ["description"] = operation["description"]!.DeepClone(),
        };
        if (operation["security"] is JsonArray { Count: 0 }) request["auth"] = new JsonObject { ["type"] = "noauth" };
        if (PostmanForm.Of(operation) is { } form) request["body"] = form;
        if (body is not null)
        {
            request["body"] = new JsonObject
            {
                ["mode"] = "raw",
                ["raw"] = Text(body),
                ["options"] = new JsonObject { ["raw"] = new JsonObject { ["language"] = "json" } },
            };
        }
        return new JsonObject { ["name"] = $"{title} ({method} {path})", ["request"] = request };
    }

    private static IEnumerable<JsonNode> HeadersOf(JsonNode? body)
    {
        yield return new JsonObject { ["key"] = "Accept", ["value"] = "application/json" };
        if (body is not null) yield return new JsonObject { ["key"] = "Content-Type", ["value"] = "application/json" };
    }

    /// <summary>A path's parameters are Postman's path variables; those of a query are there, switched off.</summary>
    private static JsonObject UrlOf(string path, JsonNode operation)
    {
        var own = Parameter().Replace(path, ":$1");
        var parameters = (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"] is not null).Select(parameter => parameter!).ToList();
        return new JsonObject
        {
            ["raw"] = "{{base_url}}" + own,
            ["host"] = new JsonArray("{{base_url}}"),
            ["path"] = new JsonArray([.. own.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part))]),
            ["query"] = new JsonArray([.. parameters.Where(parameter => $"{parameter["in"]}" == "query").Select(parameter => new JsonObject
            {
                ["key"] = $"{parameter["name"]}", ["value"] = $"{parameter["schema"]!["default"]}", ["description"] = $"{parameter["description"]}", ["disabled"] = true,
            })]),
            ["variable"] = new JsonArray([.. parameters.Where(parameter => $"{parameter["in"]}" == "path").Select(parameter => new JsonObject
            {
                ["key"] = $"{parameter["name"]}", ["value"] = "", ["description"] = $"{parameter["description"]}",
            })]),
        };
    }

    private static JsonObject Value(string key, string value, string type) => new() { ["key"] = key, ["value"] = value, ["type"] = type, ["enabled"] = true };

    private static string Text(JsonNode node) => node.ToJsonString(Indented);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
