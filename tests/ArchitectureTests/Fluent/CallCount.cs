using System.Reflection;
using Mono.Cecil;
using MethodBody = Mono.Cecil.Cil.MethodBody;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>How often one method's code calls certain methods, through its lambdas, its async body and its class's other methods too.</summary>
internal static class CallCount
{
    /// <param name="method">The method to look into.</param>
    /// <param name="names">The methods to look for, as <c>Namespace.Type.Method</c>.</param>
    public static int In(MethodInfo method, params IReadOnlyCollection<string> names) => In(Module.Find(method), names, []);

    private static int In(MethodDefinition method, IReadOnlyCollection<string> names, HashSet<MethodDefinition> callers)
    {
        if (!callers.Add(method)) return 0;
        var count = BodiesOf(method)
            .SelectMany(body => body.Instructions)
            .Select(instruction => instruction.Operand)
            .OfType<MethodReference>()
            .Sum(called => IsOneOf(called, names) ? 1 : InSameClass(called, method) is { } own ? In(own, names, callers) : 0);
        callers.Remove(method);
        return count;
    }

    private static bool IsOneOf(MethodReference called, IReadOnlyCollection<string> names) =>
        names.Contains($"{TypeName.Plain(called.DeclaringType.GetElementType().FullName)}.{called.Name}");

    private static MethodDefinition? InSameClass(MethodReference called, MethodDefinition caller) =>
        OutermostName(called.DeclaringType) == OutermostName(caller.DeclaringType) ? called.Resolve() : null;

    private static string OutermostName(TypeReference type) =>
        type.DeclaringType is null ? type.GetElementType().FullName : OutermostName(type.DeclaringType);

    /// <summary>An async method only starts a state machine; its code is in that machine's MoveNext.</summary>
    private static IEnumerable<MethodBody> BodiesOf(MethodDefinition method) => method.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
        .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods)
        .Where(move => move.Name.StartsWith("MoveNext", StringComparison.Ordinal))
        .Append(method)
        .Where(one => one.HasBody)
        .Select(one => one.Body);
}
