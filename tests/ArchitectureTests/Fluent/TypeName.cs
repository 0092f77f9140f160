using System.Text.RegularExpressions;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>One spelling of type names for reflection and Cecil: nested types behind a period, no count of type parameters.</summary>
internal static partial class TypeName
{
    public static string Of(Type type) => Plain(type.FullName ?? type.Name);

    /// <param name="fullName">As reflection or Cecil gives it.</param>
    public static string Plain(string fullName) => Arity().Replace(fullName, "").Replace('/', '.').Replace('+', '.');

    /// <summary>Whether a name is that of the type or lies in the namespace, whole parts compared: <c>A.Bc</c> is not within <c>A.B</c>.</summary>
    public static bool IsWithin(string fullName, string typeOrNamespace) =>
        fullName.StartsWith(typeOrNamespace, StringComparison.Ordinal)
        && (fullName.Length == typeOrNamespace.Length || fullName[typeOrNamespace.Length] is '.');

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
