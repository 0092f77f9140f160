using System.Reflection;
using System.Runtime.CompilerServices;

namespace Eliza.ArchitectureTests.Solution;

/// <summary>Questions to a type that reflection answers only in a roundabout way.</summary>
internal static class TypeShape
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Every record, class or struct, prints its members by a method that the compiler writes.</summary>
    public static bool IsRecord(this Type type) => type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    public static bool IsInternalSealed(this Type type) => type is { IsPublic: false, IsSealed: true };

    /// <summary>No field can be set but by the constructor or an <c>init</c>.</summary>
    public static bool IsImmutable(this Type type) => type.InstanceFields().All(field => field.IsInitOnly);

    public static IEnumerable<FieldInfo> InstanceFields(this Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance);

    /// <summary>Properties that others may set after the construction.</summary>
    public static IEnumerable<PropertyInfo> PublicSetters(this Type type) => type.GetProperties().Where(property =>
        property.SetMethod is { IsPublic: true } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));

    /// <summary>An array, or a list or set that offers to be changed; immutable and frozen ones do not mean it.</summary>
    public static bool IsChangeableCollection(this Type type) =>
        type.IsArray
        || (type.GetInterfaces().Append(type).Any(contract => contract.Definition() == typeof(ICollection<>))
            && type.Namespace is not ("System.Collections.Immutable" or "System.Collections.Frozen"));

    /// <summary>The type without its arguments: <c>Page&lt;&gt;</c> of <c>Page&lt;int&gt;</c>.</summary>
    public static Type Definition(this Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>The type and all that it is made of: <c>List&lt;int?[]&gt;</c> gives the list and the number too.</summary>
    public static IEnumerable<Type> WithArguments(this Type type) =>
        (type.GetElementType() is { } element ? [element] : type.GetGenericArguments()).SelectMany(WithArguments).Prepend(type);

    /// <summary>What a class gives to a generic interface: <c>TRequest, TResponse</c> of the request handler that it is.</summary>
    public static Type[] ArgumentsOf(this Type type, Type openInterface) =>
        type.GetInterfaces().Single(contract => contract.Definition() == openInterface).GetGenericArguments();

    public static bool IsTask(this Type type) =>
        type.Definition() is var task
        && (task == typeof(Task) || task == typeof(Task<>) || task == typeof(ValueTask) || task == typeof(ValueTask<>) || task == typeof(IAsyncEnumerable<>));
}
