using System.Linq.Expressions;

namespace Eliza.Domain.Common;

/// <summary>A named question to a repository: which objects, in which order, with what loaded, and how many at most.</summary>
/// <remarks>Shaped like Ardalis.Specification's, so that the package can take its place.</remarks>
public interface ISpecification<T>
{
    IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions { get; }

    IReadOnlyList<OrderExpression<T>> OrderExpressions { get; }

    IReadOnlyList<Expression<Func<T, object?>>> IncludeExpressions { get; }

    int? Skip { get; }

    int? Take { get; }
}

/// <summary>One key of an order.</summary>
public sealed record OrderExpression<T>(Expression<Func<T, object?>> KeySelector, bool Descending);
