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

    private readonly Dictionary<string, FieldShape> _byName = [];

    private BodyShape(Type type)
    {
        var properties = type.GetProperties();
        Others = Array.Find(properties, property => property.IsDefined(typeof(JsonExtensionDataAttribute)));
        Fields = [.. properties.Where(property => property.CanWrite && property != Others).Select(property => new FieldShape(property))];
        foreach (var field in Fields)
        {
            string[] aliases = [.. field.Property.GetCustomAttributes<AlsoSpelledAttribute>().Select(alias => alias.Name)];
            foreach (var alias in aliases) _byName[alias] = field;
            foreach (var name in aliases.Append(field.Name))
            {
                _byName[JsonNamingPolicy.CamelCase.ConvertName(name)] = field;
                _byName[JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] = field;
            }
        }
    }

    public IReadOnlyList<FieldShape> Fields { get; }

    /// <summary>Where fields of other names are kept, a dictionary of <see cref="JsonElement"/>; null when they are passed over.</summary>
    public PropertyInfo? Others { get; }

    public static BodyShape Of(Type type) => Shapes.GetOrAdd(type, static t => new BodyShape(t));

    public FieldShape? Find(string name) => _byName.GetValueOrDefault(name);
}
