using System.Reflection;
using Eliza.Application.Agents;
using Eliza.Application.Channels.AddAgent;
using Eliza.Application.Common;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Agents;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Channels;
using Eliza.WebApi.Channels;
using TestResult = Eliza.ArchitectureTests.Fluent.TestResult;

namespace Eliza.ArchitectureTests;

/// <summary>
/// A module is the same folder in every layer. Modules meet by id, by value, by event and error, or by what they declare
/// publicly in their root folder in Application; never in each other's aggregates, repositories or use cases.
/// </summary>
public sealed class ModuleRules
{
    private const string Border =
        "A module uses of another only ids, values, events and errors, and the public ports and records in its root folder in Application.";

    [Fact]
    public void Modules_InTheDomain_AreModulesOfTheApplicationToo() => Modules.FoldersOf(Layers.Domain).ShouldInclude("Agents", "Channels", "Messages")
        .ShouldAll("A module has the same folder name in every layer.", folder => Modules.All.Contains(folder));

    [Fact]
    public void Controllers_InTheWebApi_LieInTheFolderOfTheirModule() => BuildingBlocks.Controllers.ShouldInclude(typeof(ChannelsController))
        .ShouldAll("A module has the same folder name in every layer.", controller => Modules.All.Contains(Modules.FolderOf(controller)));

    [Fact]
    public void ModulePorts_WhereImplemented_StayInTheirModule() =>
        Types.InAssemblies(Layers.All).That().ImplementInterface(typeof(IModulePort)).GetTypes().ShouldInclude(typeof(ChannelDirectory)).ShouldAll(
            "What a module offers to the others it does itself, in the folder of its name.",
            adapter => adapter.GetInterfaces()
                .Where(port => port != typeof(IModulePort) && port.IsAssignableTo(typeof(IModulePort)))
                .All(port => Modules.FolderOf(port) == Modules.FolderOf(adapter)));

    [Fact]
    public void Modules_InTheDomain_KeepToTheirBorders() => Check(Layers.Domain, OwnPartsOf, typeof(Message), typeof(AgentRun));

    [Fact]
    public void Modules_InTheApplication_KeepToTheirBorders() => Check(Layers.Application, OwnPartsOf, typeof(AddAgentCommandHandler));

    /// <summary>Queries may read across modules, so aggregates are open here; what they mean is the other module's business all the same.</summary>
    [Fact]
    public void Modules_InTheInfrastructure_KeepToTheirBorders() => Check(Layers.Infrastructure, Modules.InnerPartsOf, typeof(ChannelDirectory));

    [Fact]
    public void Modules_InTheWebApi_KeepToTheirBorders() => Check(Layers.WebApi, OwnPartsOf, typeof(ChannelsController));

    [Fact]
    public void Borders_OfAModule_EncloseWhatIsItsOwn()
    {
        OwnPartsOf("Channels").ShouldInclude(
            TypeName.Of(typeof(Channel)), TypeName.Of(typeof(Participant)), TypeName.Of(typeof(IChannelRepository)),
            TypeName.Of(typeof(ChannelById)), TypeName.Of(typeof(AddAgentCommandHandler)), "Eliza.WebApi.Channels");
        OwnPartsOf("Agents").ShouldNotContain(TypeName.Of(typeof(IAgentDirectory)));
    }

    private static IEnumerable<string> OwnPartsOf(string module) => Modules.InnerPartsOf(module).Concat(Modules.EntitiesOf(module));

    private static void Check(Assembly layer, Func<string, IEnumerable<string>> ownParts, params IReadOnlyCollection<Type> including)
    {
        var results = Modules.All.Select(module => Types.InAssembly(layer)
            .That().ResideInNamespace($"{Layers.NamespaceOf(layer)}.{module}")
            .ShouldNot().HaveDependencyOnAny([.. Modules.All.Where(other => other != module).SelectMany(ownParts)])
            .GetResult()).ToList();
        new TestResult(
            [.. results.SelectMany(result => result.SelectedTypesForTesting)],
            [.. results.SelectMany(result => result.FailingTypes)]).ShouldHold(Border, including);
    }
}
