namespace Eliza.WebApi.Input;

/// <summary>What a value is read as.</summary>
/// <param name="Type">The type; of what may be missing, the type that it has if it is there.</param>
/// <param name="Item">Of a list, what its items are read as.</param>
internal sealed record ValueShape(Type Type, ValueShape? Item)
{
    public static ValueShape Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return new ValueShape(type, type.IsGenericType ? Of(type.GetGenericArguments()[0]) : null);
    }
}
