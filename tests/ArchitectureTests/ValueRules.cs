using System.Text.RegularExpressions;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Messages.Events;

namespace Eliza.ArchitectureTests;

/// <summary>Values, ids and events of the domain never change.</summary>
public sealed partial class ValueRules
{
    private static IReadOnlyList<Type> Values => BuildingBlocks.Values.ShouldInclude(typeof(ChannelName), typeof(ChannelId), typeof(MessagePosted));

    private static IReadOnlyList<Type> Events => BuildingBlocks.Events.ShouldInclude(typeof(MessagePosted));

    [Fact]
    public void Values_InTheirShape_AreSealed() => Values
        .ShouldAll("A value object, id or event is a sealed record.", type => type.IsSealed);

    [Fact]
    public void Values_OnceMade_NeverChange() => Values.ShouldHaveNo(
        "A value object, id or event is immutable: only its constructor and its init-only properties set anything.",
        type => type.InstanceFields().Where(field => !field.IsInitOnly));

    [Fact]
    public void Values_InWhatTheyHold_ShowNothingThatChanges() => Values.ShouldHaveNo(
        "A value holds values: no array or list that can be changed, no aggregate or entity.",
        type => type.GetProperties().Where(property => property.PropertyType.WithArguments()
            .Any(part => part.IsChangeableCollection() || BuildingBlocks.Entities.Contains(part))));

    [Fact]
    public void Ids_ThatWeMake_AreReadonlyRecordStructs() => BuildingBlocks.Ids.ShouldInclude(typeof(ChannelId), typeof(MessageId)).ShouldAll(
        "An id that is a UUID is a readonly record struct, is called XId, and is made by New(now).",
        type => type.IsValueType && type.IsImmutable()
            && type.Name.EndsWith("Id", StringComparison.Ordinal)
            && type.GetMethod("New", [typeof(DateTimeOffset)])?.ReturnType == type);

    [Fact]
    public void Events_InTheirShape_AreRecordsInAnEventsFolder() => Events.ShouldAll(
        "A domain event is a record in Domain/<Module>/Events.",
        type => type.IsRecord() && type.Namespace == $"Eliza.Domain.{Modules.FolderOf(type)}.Events");

    [Fact]
    public void EventsFolders_InTheDomain_HoldNothingElse() =>
        Types.InAssembly(Layers.Domain).GetTypes().Where(type => type.Namespace!.EndsWith(".Events", StringComparison.Ordinal))
            .ShouldInclude(typeof(MessagePosted))
            .ShouldAll("An Events folder holds domain events alone.", type => type.IsAssignableTo(typeof(IDomainEvent)));

    [Fact]
    public void Events_InTheirName_AreInThePastTense() => Events
        .ShouldAll("A domain event says what has happened: its name ends in a past tense.", type => PastTense().IsMatch(type.Name));

    /// <summary>The regular past, and the irregular verbs that a conversation may come to need.</summary>
    [GeneratedRegex("(ed|Begun|Broken|Driven|Found|Given|Gone|Held|Kept|Known|Left|Lost|Made|Met|Read|Run|Said|Seen|Sent|Set|Shown|Spoken|Taken|Told|Woken|Written)$")]
    private static partial Regex PastTense();
}
