using System.Reflection;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;

namespace Eliza.ArchitectureTests;

/// <summary>Aggregates decide, and nobody decides for them; all that they need to know they are told.</summary>
public sealed class DomainRules
{
    private static IReadOnlyList<Type> Aggregates => BuildingBlocks.Aggregates.ShouldInclude(typeof(Channel), typeof(Message));

    private static IReadOnlyList<Type> Entities => BuildingBlocks.Entities.ShouldInclude(typeof(Channel), typeof(Participant));

    [Fact]
    public void Domain_InAllItsTypes_HasNoClockAndNoDice() => Types.InAssembly(Layers.Domain)
        .ShouldNot().HaveDependencyOnAny(
            "System.TimeProvider", "System.Random", "System.Diagnostics.Stopwatch", "System.Environment", "System.Security.Cryptography.RandomNumberGenerator")
        .GetResult().ShouldHold("Time and chance are arguments: the same call decides the same at any time.", typeof(Message), typeof(MessageId));

    [Fact]
    public void Entities_InTheirShape_AreSealed() => Entities
        .ShouldAll("An aggregate, or an entity in it, is sealed.", type => type.IsSealed);

    [Fact]
    public void Entities_FromOutside_CannotBeConstructed() => Entities.ShouldAll(
        "An aggregate is made by its own factory methods, which check; its constructor without parameters is private, for the database alone.",
        type => type.GetConstructors().Length == 0 && type.GetConstructor(TypeShape.Declared & ~BindingFlags.Static, []) is { IsPrivate: true });

    [Fact]
    public void Entities_FromOutside_CannotBeSet() => Entities.ShouldHaveNo(
        "An aggregate is changed by verbs, never by a public setter or field.",
        type => type.PublicSetters().Concat<MemberInfo>(type.GetFields().Where(field => !field.IsInitOnly && !field.IsLiteral)));

    [Fact]
    public void Entities_FromOutside_ShowNoListThatCanBeChanged() => Entities.ShouldHaveNo(
        "What an aggregate holds it shows read-only.", type => type.GetProperties().Where(property => property.PropertyType.IsChangeableCollection()));

    [Fact]
    public void Aggregates_AmongThemselves_ReferByIdOnly() => Entities.ShouldHaveNo(
        "An aggregate refers to another by its id: what it holds is loaded and saved with it.",
        type => type.InstanceFields().Where(field => field.FieldType.WithArguments().Any(held => held.IsSubclassOf(typeof(AggregateRoot)))));

    [Fact]
    public void Entities_WhenTheyNameAnother_DoSoByATypedId() => Entities.ShouldHaveNo(
        "A property called …Id has an id's type: a bare Guid or text could be any other's.",
        type => type.GetProperties().Where(property =>
            property.Name.EndsWith("Id", StringComparison.Ordinal)
            && property.PropertyType.WithArguments().All(part => part.Assembly != Layers.Domain)));

    [Fact]
    public void Events_OfAnAggregate_AreRaisedByItselfAlone()
    {
        typeof(AggregateRoot).GetMethod("Raise", TypeShape.Declared).ShouldNotBeNull().IsFamily.ShouldBeTrue("Raise is protected.");
        Aggregates.ShouldHaveNo(
            "What happened to an aggregate it says itself: no public method takes an event from outside.",
            type => type.GetMethods().Where(method => method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(IDomainEvent)))));
    }

    [Fact]
    public void Specifications_InTheirShape_AreSealedAndLieWithTheirAggregate() => BuildingBlocks.Specifications.ShouldInclude(typeof(ChannelById)).ShouldAll(
        "A specification is sealed and lies in the folder of what it asks for.",
        type => type.IsSealed && type.Namespace == type.BaseType!.GetGenericArguments()[0].Namespace);

    [Fact]
    public void Errors_WhereverTheyArise_AreDeclaredInOnePlace() =>
        Types.InAssemblies(Layers.All).That().DoNotHaveNameEndingWith("Errors").And().DoNotHaveNameEndingWith(".Error")
            .ShouldNot().CallAny(TypeName.Of(typeof(Error)) + "..ctor")
            .GetResult().ShouldHold(
                "An error is declared once, in its module's XErrors (a value object's rule by Error.Rule), and never built where it happens.",
                typeof(Channel));
}
