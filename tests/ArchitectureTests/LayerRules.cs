using Eliza.Application.Messages.SubmitMessage;
using Eliza.ArchitectureTests.Fluent;
using Eliza.ArchitectureTests.Solution;
using Eliza.Domain.Messages;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.WebApi.Messages;

namespace Eliza.ArchitectureTests;

/// <summary>Dependencies point inward: WebApi → Infrastructure → Application → Domain.</summary>
public sealed class LayerRules
{
    [Fact]
    public void Domain_InAllItsTypes_UsesTheBaseLibraryAlone() => Types.InAssembly(Layers.Domain)
        .Should().OnlyHaveDependenciesOn("System", "Eliza.Domain")
        .GetResult().ShouldHold("The rules of the conversation depend on no package and no other layer.", typeof(Message), typeof(MentionHandles));

    [Fact]
    public void Domain_AsAnAssembly_ReferencesTheBaseLibraryAlone()
    {
        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Layers.Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!).ShouldInclude("System.Runtime")
            .ShouldAll("Domain references nothing that does not come with .NET itself.", name => File.Exists(Path.Combine(baseLibrary, name + ".dll")));
    }

    [Fact]
    public void Application_InAllItsTypes_UsesTheDomainAndItsFewToolsAlone() => Types.InAssembly(Layers.Application)
        .Should().OnlyHaveDependenciesOn(
            "System", "Eliza.Domain", "Eliza.Application", "MediatR", "FluentValidation", "AutoMapper", "Scrutor",
            "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Logging")
        .GetResult().ShouldHold("Use cases know no database, no HTTP and no outer layer.", typeof(SubmitMessageCommandHandler));

    [Fact]
    public void Application_OutsideItsRegistration_UsesNoContainer() => Types.InAssembly(Layers.Application)
        .That().DoNotHaveNameEndingWith(".DependencyInjection")
        .ShouldNot().HaveDependencyOnAny("Microsoft.Extensions.DependencyInjection", "Scrutor", "System.IServiceProvider")
        .GetResult().ShouldHold("What a class needs, its constructor says; nobody looks it up.", typeof(SubmitMessageCommandHandler));

    [Fact]
    public void Infrastructure_InAllItsTypes_KnowsNoWeb() => Types.InAssembly(Layers.Infrastructure)
        .ShouldNot().HaveDependencyOnAny("Eliza.WebApi", "Microsoft.AspNetCore")
        .GetResult().ShouldHold("Infrastructure serves any host; it knows neither the Web API nor ASP.NET.", typeof(UnitOfWork));

    [Fact]
    public void WebApi_InAllItsTypes_KnowsNoDatabase() => Types.InAssembly(Layers.WebApi)
        .ShouldNot().HaveDependencyOnAny("Eliza.Infrastructure.Persistence", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "System.Data")
        .GetResult().ShouldHold("The Web API starts Infrastructure and asks it nothing about its database.", typeof(SubmitController));

    /// <summary>But for what stands in for a package.</summary>
    [Theory]
    [InlineData("Domain")]
    [InlineData("Application", "Domain")]
    [InlineData("Infrastructure", "Application")]
    [InlineData("WebApi", "Infrastructure")]
    public void Project_InItsReferences_PointsToTheNextLayerIn(string layer, params string[] inner) =>
        SourceTree.ItemsOf(layer, "ProjectReference").Where(project => !project.StartsWith("../../shims/", StringComparison.Ordinal)).ShouldBe(inner.Select(name => $"../{name}/{name}.csproj"));

    /// <summary>What a layer may use at most, by the start of its name; the decision records say why.</summary>
    [Theory]
    [InlineData("Domain")]
    [InlineData("Application", "AutoMapper", "FluentValidation", "MediatR", "Scrutor", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("Infrastructure", "Microsoft.EntityFrameworkCore", "Npgsql.EntityFrameworkCore.PostgreSQL", "System.IdentityModel.Tokens.Jwt",
        "Microsoft.IdentityModel", "System.Threading.RateLimiting", "PdfPig", "RabbitMQ.Client", "OpenAI", "Scrutor", "Microsoft.Extensions")]
    [InlineData("WebApi", "Microsoft.AspNetCore", "Microsoft.IdentityModel.JsonWebTokens", "Swashbuckle.AspNetCore.SwaggerUI", "OpenTelemetry")]
    public void Project_InItsPackages_KeepsToItsLayersTools(string layer, params string[] allowed) =>
        SourceTree.ItemsOf(layer, "PackageReference").ShouldAll(
            $"{layer} takes no package but those that the design gives it.",
            package => allowed.Any(name => TypeName.IsWithin(package, name)));

    [Fact]
    public void Project_WhenRead_ShowsItsReferences()
    {
        SourceTree.ItemsOf("Application", "PackageReference").ShouldInclude("MediatR");
        SourceTree.ItemsOf("Infrastructure", "PackageReference").ShouldInclude("Microsoft.EntityFrameworkCore.Sqlite");
    }
}
