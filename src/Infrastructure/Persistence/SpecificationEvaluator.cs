using Eliza.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Eliza.Infrastructure.Persistence;

/// <summary>Turns a specification into a query.</summary>
internal static class SpecificationEvaluator
{
    public static IQueryable<T> GetQuery<T>(IQueryable<T> source, ISpecification<T> specification) where T : class
    {
        var query = specification.IncludeExpressions.Aggregate(Filtered(source, specification), (current, include) => current.Include(include));
        query = Ordered(query, specification);
        if (specification.Skip is { } skip) query = query.Skip(skip);
        if (specification.Take is { } take) query = query.Take(take);
        return query;
    }

    /// <summary>The criteria alone, for counting what all pages hold.</summary>
    public static IQueryable<T> Filtered<T>(IQueryable<T> source, ISpecification<T> specification) where T : class =>
        specification.WhereExpressions.Aggregate(source, (current, criteria) => current.Where(criteria));

    private static IQueryable<T> Ordered<T>(IQueryable<T> query, ISpecification<T> specification)
    {
        IOrderedQueryable<T>? ordered = null;
        foreach (var (key, descending) in specification.OrderExpressions)
        {
            ordered = (ordered, descending) switch
            {
                (null, false) => query.OrderBy(key),
                (null, true) => query.OrderByDescending(key),
                (_, false) => ordered.ThenBy(key),
                (_, true) => ordered.ThenByDescending(key),
            };
        }
        return ordered ?? query;
    }
}
