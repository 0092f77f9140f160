using System.Reflection;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence.Commits;
using Eliza.WebApi.Responses;

namespace Eliza.ArchitectureTests.Solution;

/// <summary>The four layers, innermost first. Each may use those before it.</summary>
internal static class Layers
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(ICommand).Assembly;
    public static readonly Assembly Infrastructure = typeof(UnitOfWork).Assembly;
    public static readonly Assembly WebApi = typeof(ApiController).Assembly;

    public static readonly IReadOnlyList<Assembly> All = [Domain, Application, Infrastructure, WebApi];

    /// <summary>The layer's root namespace, which is its assembly's name.</summary>
    public static string NamespaceOf(Assembly layer) => layer.GetName().Name!;
}
