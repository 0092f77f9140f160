namespace Eliza.WebApi.Input;

/// <summary>What a value is read as.</summary>
/// <param name="Declared">The type.</param>
/// <param name="Type">The type that it has if it is there.</param>
/// <param name="Item">Of a list, what its items are read as.</param>
internal sealed record ValueShape(Type Declared, Type Type, ValueShape? Item)
{
    public static ValueShape Of(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return new ValueShape(declared, type, type.IsGenericType ? Of(type.GetGenericArguments()[0]) : null);
    }
}
