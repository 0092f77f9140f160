using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Eliza.WebApi.Input;

/// <summary>One field of a request's body: what a reader of bodies must know of it, looked up once.</summary>
internal sealed class FieldShape(PropertyInfo property)
{
    public PropertyInfo Property => property;

    public string Name { get; } = property.Name;

    /// <summary>What it is called when the client did not send it: as the documents have it.</summary>
    public string DocumentedName { get; } = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What its value is read as.</summary>
    public ValueShape Value { get; } = ValueShape.Of(property.PropertyType);

    /// <summary>Whether its value may stand in a string.</summary>
    public bool IsAlsoQuoted { get; } = property.IsDefined(typeof(AlsoQuotedAttribute));

    public void Set(object request, object? value) => property.SetValue(request, value);
}
