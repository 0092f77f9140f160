namespace Eliza.WebApi.Input;

/// <summary>Another name under which clients send a field, as it is; its camelCase and snake_case count too.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
internal sealed class AlsoSpelledAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
