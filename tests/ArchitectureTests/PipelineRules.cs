using Eliza.Application;
using Eliza.Application.Agents.Reactions;
using Eliza.Application.Channels;
using Eliza.Application.Common;
using Eliza.Application.Common.Behaviours;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.ArchitectureTests;

/// <summary>What stands around a handler: behaviours before and after it, reactions behind the commit.</summary>
public sealed class PipelineRules
{
    [Fact]
    public void Behaviours_InTheirShape_AreInternalSealedAndNamedSo() => BuildingBlocks.Behaviours.ShouldInclude(typeof(LoggingBehaviour<,>)).ShouldAll(
        "A behaviour is internal and sealed, is called XBehaviour, and lies in Application/Common/Behaviours.",
        type => type.IsInternalSealed() && TypeName.Of(type).EndsWith("Behaviour", StringComparison.Ordinal) && type.Namespace == typeof(LoggingBehaviour<,>).Namespace);

    [Fact]
    public void Behaviours_InTheVisibleList_AreThereExactlyOnce()
    {
        var registered = new ServiceCollection().AddApplication(autoMapperLicenseKey: null)
            .Where(service => service.ServiceType == typeof(IPipelineBehavior<,>)).Select(service => service.ImplementationType);
        BuildingBlocks.Behaviours.ShouldInclude(typeof(UnitOfWorkBehaviour<,>)).ShouldAll(
            "A behaviour stands in the list of Application's DependencyInjection, once: none is scanned.",
            behaviour => registered.Count(one => one == behaviour) == 1);
    }

    [Fact]
    public void UnitOfWork_InTheApplication_IsItsBehavioursAlone() => Types.InAssembly(Layers.Application)
        .That().DoNotResideInNamespace(typeof(UnitOfWorkBehaviour<,>).Namespace!)
        .ShouldNot().CallAny("Eliza.Application.Common.IUnitOfWork.CommitAsync", "Eliza.Application.Common.IUnitOfWork.Discard")
        .GetResult().ShouldHold("Handlers never save: the behaviour commits what they did.", typeof(EventAnnouncer));

    [Fact]
    public void Reactions_InTheirShape_AreInternalSealedAndNamedForTheirEvent() => BuildingBlocks.Reactions.ShouldInclude(typeof(SignalWhenRunEnded)).ShouldAll(
        "A reaction to the event X is internal and sealed, is called DoSomethingWhenX, and lies in Application/<Module>/Reactions.",
        type => type.IsInternalSealed()
            && type.Name.EndsWith("When" + EventOf(type).Name, StringComparison.Ordinal)
            && type.Namespace == $"Eliza.Application.{Modules.FolderOf(type)}.Reactions");

    [Fact]
    public void Reactions_InTheirTiming_ComeAfterTheCommit() => BuildingBlocks.Reactions.ShouldInclude(typeof(SignalWhenRunEnded)).ShouldAll(
        "A reaction handles Committed<TEvent>: nothing is announced before it is saved.",
        type => type.ArgumentsOf(typeof(INotificationHandler<>))[0].Definition() == typeof(Committed<>));

    [Fact]
    public void Profiles_InTheirShape_AreInternalSealedAndOnePerModule() => BuildingBlocks.Profiles.ShouldInclude(typeof(ChannelsProfile)).ShouldAll(
        "A module has one AutoMapper profile at most: internal, sealed, called <Module>Profile, in the module's folder.",
        type => type.IsInternalSealed() && type.FullName == $"Eliza.Application.{Modules.FolderOf(type)}.{Modules.FolderOf(type)}Profile");

    private static Type EventOf(Type reaction) => reaction.ArgumentsOf(typeof(INotificationHandler<>))[0].GetGenericArguments()[0];
}
