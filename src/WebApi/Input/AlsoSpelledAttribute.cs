namespace Eliza.WebApi.Input;

/// <summary>Another name under which clients send a field, in camelCase; its snake_case counts too.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class AlsoSpelledAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
