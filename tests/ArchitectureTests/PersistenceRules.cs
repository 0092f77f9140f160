using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Channels;
using Eliza.Infrastructure.Messages;
using Eliza.Infrastructure.Persistence.Configurations;
using Eliza.Infrastructure.Persistence.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Eliza.ArchitectureTests;

/// <summary>One repository and one table per aggregate; the Persistence folder maps all modules and is none itself.</summary>
public sealed class PersistenceRules
{
    private const string Persistence = "Eliza.Infrastructure.Persistence";

    [Fact]
    public void Aggregates_InTheDomain_HaveARepositoryEach() => BuildingBlocks.Aggregates.ShouldInclude(typeof(Channel)).ShouldAll(
        "The aggregate X has its IXRepository beside it.",
        aggregate => BuildingBlocks.Repositories.Any(repository => repository.FullName == $"{aggregate.Namespace}.I{aggregate.Name}Repository"));

    [Fact]
    public void Repositories_InTheDomain_AreForAggregatesAlone() => BuildingBlocks.Repositories.ShouldInclude(typeof(IChannelRepository)).ShouldAll(
        "An IXRepository loads the aggregate X, and there is one; what lies inside an aggregate has none.",
        repository => BuildingBlocks.Aggregates.Any(aggregate => repository.FullName == $"{aggregate.Namespace}.I{aggregate.Name}Repository"));

    [Fact]
    public void Repositories_InTheirAnswers_GiveNoQueryAway() => BuildingBlocks.Repositories.ShouldInclude(typeof(IChannelRepository)).ShouldHaveNo(
        "A repository answers with objects: an IQueryable would let the database's rules out.",
        repository => repository.GetMethods().Where(method => method.ReturnType.WithArguments().Any(part => part.IsAssignableTo(typeof(IQueryable)))));

    [Fact]
    public void Repositories_InTheInfrastructure_AreInternalSealedAndOneEach() => BuildingBlocks.Repositories.ShouldInclude(typeof(IChannelRepository)).ShouldAll(
        "IXRepository has one implementation: XRepository, internal and sealed, in Infrastructure/Persistence/Repositories.",
        contract => BuildingBlocks.Adapters.Where(contract.IsAssignableFrom).ToList() is [var one]
            && one.IsInternalSealed() && one.FullName == $"{Persistence}.Repositories.{contract.Name[1..]}");

    [Fact]
    public void RepositoriesFolder_InTheInfrastructure_HoldsNothingElse() =>
        Types.InAssembly(Layers.Infrastructure).That().ResideInNamespace($"{Persistence}.Repositories").GetTypes().ShouldInclude(typeof(EfReadRepository<>)).ShouldAll(
            "What lies among the repositories is one: internal, sealed, called XRepository.",
            type => type.IsInternalSealed() && TypeName.Of(type).EndsWith("Repository", StringComparison.Ordinal));

    [Fact]
    public void Entities_InTheDatabase_HaveAConfigurationEach() => BuildingBlocks.Entities.ShouldInclude(typeof(Channel), typeof(Participant)).ShouldAll(
        "The entity X is mapped by XConfiguration, and nowhere else.",
        entity => BuildingBlocks.Configurations.Count(configuration => configuration.ArgumentsOf(typeof(IEntityTypeConfiguration<>))[0] == entity) == 1);

    [Fact]
    public void Configurations_InTheirShape_AreInternalSealedAndNamedForTheirEntity() => BuildingBlocks.Configurations
        .ShouldInclude(typeof(ChannelConfiguration)).ShouldAll(
            "The configuration of X is called XConfiguration, internal and sealed, in Infrastructure/Persistence/Configurations.",
            type => type.IsInternalSealed()
                && type.FullName == $"{Persistence}.Configurations.{type.ArgumentsOf(typeof(IEntityTypeConfiguration<>))[0].Name}Configuration");

    [Fact]
    public void Modules_InTheInfrastructure_OnlyRead() => Types.InAssembly(Layers.Infrastructure)
        .That().DoNotResideInNamespace(Persistence)
        .ShouldNot().CallAny(
            "Microsoft.EntityFrameworkCore.DbContext.SaveChanges", "Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync",
            "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync",
            "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteDeleteAsync")
        .GetResult().ShouldHold("Only the unit of work writes; a module's port in Infrastructure reads.", typeof(MessageHistory));

    [Fact]
    public void Repositories_WhileTheyWork_NeverSave() => Types.InAssembly(Layers.Infrastructure)
        .That().ResideInNamespace($"{Persistence}.Repositories")
        .ShouldNot().CallAny("Microsoft.EntityFrameworkCore.DbContext.SaveChanges", "Microsoft.EntityFrameworkCore.DbContext.SaveChangesAsync")
        .GetResult().ShouldHold("A repository adds and finds; the unit of work saves.", typeof(ChannelRepository));

    /// <summary>But for migrations, which the tool writes.</summary>
    [Fact]
    public void Infrastructure_InWhatItShows_IsAsSmallAsCanBe() => Types.InAssembly(Layers.Infrastructure)
        .That().DoNotResideInNamespace($"{Persistence}.Migrations").GetTypes().Where(type => type.IsPublic)
        .ShouldInclude(typeof(Infrastructure.DependencyInjection))
        .ShouldAll(
            "Infrastructure is internal: others see its registration, and the records that this returns.",
            type => type == typeof(Infrastructure.DependencyInjection) || (type.IsSealed && type.IsRecord()));
}
