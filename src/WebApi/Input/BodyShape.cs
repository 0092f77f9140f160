using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.WebApi.Input;

/// <summary>
/// The fields of a request's body, each under every name that it answers to: camelCase, snake_case, aliases. What a request computes of
/// them is no field.
/// </summary>
internal sealed class BodyShape
{
    private static readonly ConcurrentDictionary<Type, BodyShape> Shapes = new();

    private static readonly ConcurrentDictionary<PropertyInfo, string> DocumentedNames = new();

    private readonly Dictionary<string, PropertyInfo> _byName = [];
    private readonly HashSet<PropertyInfo> _alsoQuoted;

    private BodyShape(Type type)
    {
        var properties = type.GetProperties();
        Others = Array.Find(properties, property => property.IsDefined(typeof(JsonExtensionDataAttribute)));
        Properties = [.. properties.Where(property => property.CanWrite && property != Others)];
        _alsoQuoted = [.. Properties.Where(property => property.IsDefined(typeof(AlsoQuotedAttribute)))];
        foreach (var property in Properties)
        {
            string[] aliases = [.. property.GetCustomAttributes<AlsoSpelledAttribute>().Select(alias => alias.Name)];
            foreach (var alias in aliases) _byName[alias] = property;
            foreach (var name in aliases.Append(property.Name))
            {
                _byName[JsonNamingPolicy.CamelCase.ConvertName(name)] = property;
                _byName[JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] = property;
            }
        }
    }

    public IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>Where fields of other names are kept, a dictionary of <see cref="JsonElement"/>; null when they are passed over.</summary>
    public PropertyInfo? Others { get; }

    public static BodyShape Of(Type type) => Shapes.GetOrAdd(type, static t => new BodyShape(t));

    public PropertyInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether the field's value may stand in a string.</summary>
    public bool IsAlsoQuoted(PropertyInfo property) => _alsoQuoted.Contains(property);

    /// <summary>What a field is called when the client did not send it: as the documents have it.</summary>
    public static string DocumentedName(PropertyInfo property) => DocumentedNames.GetOrAdd(
        property, static p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(p.Name));
}
