using System.Collections.Concurrent;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>
/// All that a type names, wherever it hides: in its head, its members, their attributes and their code, and in whatever
/// is nested in it, which is where the compiler puts closures and the bodies of async methods.
/// </summary>
/// <remarks>What the compiler replaces by its value leaves no trace: constants, <c>nameof</c>.</remarks>
internal sealed class Dependencies
{
    private static readonly ConcurrentDictionary<Type, Dependencies> Cache = new();

    private readonly HashSet<string> _types = [];
    private readonly HashSet<string> _calls = [];

    /// <summary>The full names of the types that a type uses.</summary>
    public static IReadOnlyCollection<string> Of(Type type) => Read(type)._types;

    /// <summary>The methods that its code calls or passes on, as <c>Namespace.Type.Method(Namespace.ParameterType)</c>.</summary>
    public static IReadOnlyCollection<string> CallsOf(Type type) => Read(type)._calls;

    private static Dependencies Read(Type type) => Cache.GetOrAdd(type, static t =>
    {
        var found = new Dependencies();
        found.Add(Module.Find(t));
        return found;
    });

    private void Add(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAttributes(type);
        AddConstraints(type);
        foreach (var contract in type.Interfaces) Add(contract.InterfaceType);
        foreach (var field in type.Fields) AddMember(field, field.FieldType);
        foreach (var property in type.Properties) AddMember(property, property.PropertyType);
        foreach (var happening in type.Events) AddMember(happening, happening.EventType);
        foreach (var method in type.Methods) Add(method);
        foreach (var nested in type.NestedTypes) Add(nested);
    }

    private void Add(MethodDefinition method)
    {
        AddMember(method, method.ReturnType);
        AddAttributes(method.MethodReturnType);
        AddConstraints(method);
        foreach (var parameter in method.Parameters) AddMember(parameter, parameter.ParameterType);
        foreach (var overridden in method.Overrides) AddUse(overridden);
        if (!method.HasBody) return;

        foreach (var local in method.Body.Variables) Add(local.VariableType);
        foreach (var handler in method.Body.ExceptionHandlers) Add(handler.CatchType);
        foreach (var instruction in method.Body.Instructions) Add(instruction);
    }

    private void Add(Instruction instruction)
    {
        if (instruction.Operand is TypeReference type) Add(type);
        if (instruction.Operand is FieldReference field) AddUse(field);
        if (instruction.Operand is not MethodReference method) return;
        AddUse(method);
        _calls.Add(Module.NameOf(method));
    }

    private void AddUse(FieldReference field)
    {
        Add(field.DeclaringType);
        Add(field.FieldType);
    }

    private void AddUse(MethodReference method)
    {
        Add(method.DeclaringType);
        Add(method.ReturnType);
        foreach (var parameter in method.Parameters) Add(parameter.ParameterType);
        if (method is GenericInstanceMethod generic) foreach (var argument in generic.GenericArguments) Add(argument);
    }

    private void AddMember(ICustomAttributeProvider member, TypeReference type)
    {
        Add(type);
        AddAttributes(member);
    }

    private void AddConstraints(IGenericParameterProvider generic)
    {
        foreach (var constraint in generic.GenericParameters.SelectMany(parameter => parameter.Constraints)) Add(constraint.ConstraintType);
    }

    private void AddAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            AddUse(attribute.Constructor);
            foreach (var argument in attribute.ConstructorArguments) Add(argument);
            foreach (var named in attribute.Fields.Concat(attribute.Properties)) Add(named.Argument);
        }
    }

    private void Add(CustomAttributeArgument argument)
    {
        Add(argument.Type);
        if (argument.Value is TypeReference type) Add(type);
        if (argument.Value is CustomAttributeArgument boxed) Add(boxed);
        if (argument.Value is CustomAttributeArgument[] items) foreach (var item in items) Add(item);
    }

    private void Add(TypeReference? type)
    {
        if (type is null or GenericParameter) return;
        if (type is GenericInstanceType generic) foreach (var argument in generic.GenericArguments) Add(argument);
        if (type is IModifierType modifier) Add(modifier.ModifierType);
        if (type is TypeSpecification built) Add(built.ElementType);
        else if (!type.FullName.StartsWith('<')) _types.Add(TypeName.Plain(type.FullName)); // The compiler's own begin so.
    }
}
