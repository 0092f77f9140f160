using AutoMapper;
using Eliza.Application.Common;
using Eliza.ArchitectureTests.Fluent;
using Eliza.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Eliza.ArchitectureTests.Solution;

/// <summary>What the solution is built of, each kind found by what it is and not by what it is called, where that is possible.</summary>
internal static class BuildingBlocks
{
    public static readonly IReadOnlyList<Type> Aggregates = In(Layers.Domain).That().Inherit(typeof(AggregateRoot)).GetTypes();

    /// <summary>The aggregates, and what they hold that is no value: what is told apart by identity.</summary>
    public static readonly IReadOnlyList<Type> Entities = [.. Aggregates.Union(Aggregates.SelectMany(HeldBy).Where(IsEntity))];

    public static readonly IReadOnlyList<Type> Events = In(Layers.Domain).That().ImplementInterface(typeof(IDomainEvent)).GetTypes();

    public static readonly IReadOnlyList<Type> Specifications = In(Layers.Domain).That().Inherit(typeof(Specification<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Repositories = In(Layers.Domain).That().AreInterfaces().And().HaveNameEndingWith("Repository").GetTypes();

    /// <summary>Everything in Domain that is the same when its parts are: value objects, ids, events.</summary>
    public static readonly IReadOnlyList<Type> Values = [.. In(Layers.Domain).GetTypes().Where(type => type.IsRecord())];

    /// <summary>Ids that we make: each is a UUID and nothing else.</summary>
    public static readonly IReadOnlyList<Type> Ids =
        [.. Values.Where(type => type.GetProperties() is [{ Name: "Value" } value] && value.PropertyType == typeof(Guid))];

    /// <summary>What the inner layers ask of the outer ones, and modules of each other.</summary>
    public static readonly IReadOnlyList<Type> Ports = Types.InAssemblies([Layers.Domain, Layers.Application]).That().AreInterfaces().GetTypes();

    public static readonly IReadOnlyList<Type> Requests = In(Layers.Application).That().ImplementInterface(typeof(IRequest<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Commands = In(Layers.Application).That().ImplementInterface(typeof(ICommand)).GetTypes();

    public static readonly IReadOnlyList<Type> Queries = In(Layers.Application).That().ImplementInterface(typeof(IQuery<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Handlers = In(Layers.Application).That().ImplementInterface(typeof(IRequestHandler<,>)).GetTypes();

    public static readonly IReadOnlyList<Type> Validators = In(Layers.Application).That().ImplementInterface(typeof(IValidator<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Behaviours = In(Layers.Application).That().ImplementInterface(typeof(IPipelineBehavior<,>)).GetTypes();

    public static readonly IReadOnlyList<Type> Reactions = In(Layers.Application).That().ImplementInterface(typeof(INotificationHandler<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Profiles = In(Layers.Application).That().Inherit(typeof(Profile)).GetTypes();

    public static readonly IReadOnlyList<Type> Configurations =
        In(Layers.Infrastructure).That().ImplementInterface(typeof(IEntityTypeConfiguration<>)).GetTypes();

    public static readonly IReadOnlyList<Type> Controllers = In(Layers.WebApi).That().Inherit(typeof(ControllerBase)).GetTypes();

    /// <summary>What implements one of our ports, wherever it does.</summary>
    public static readonly IReadOnlyList<Type> Adapters =
        [.. Types.InAssemblies(Layers.All).GetTypes().Where(type => type.IsClass && type.GetInterfaces().Any(port => Ports.Contains(port.Definition())))];

    private static Types In(System.Reflection.Assembly layer) => Types.InAssembly(layer);

    private static IEnumerable<Type> HeldBy(Type type) => type.InstanceFields().SelectMany(field => field.FieldType.WithArguments());

    private static bool IsEntity(Type type) => type.Assembly == Layers.Domain && type.IsClass && !type.IsRecord();
}
