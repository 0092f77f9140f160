using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Common;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Limit">The most that it could hold.</param>
/// <param name="Offset">How many come before it.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Limit, int Offset, long Total);

/// <summary>A query for one page of a list.</summary>
public interface IPagedQuery
{
    /// <summary>1–100; 50 unless told.</summary>
    int? Limit { get; }

    /// <summary>0 or more; 0 unless told.</summary>
    int? Offset { get; }
}

public static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 100;

    public static int LimitOrDefault(this IPagedQuery query) => query.Limit ?? DefaultLimit;

    public static int OffsetOrDefault(this IPagedQuery query) => query.Offset ?? 0;

    /// <summary>The page that <paramref name="page"/> asks for, with the total.</summary>
    internal static async Task<Page<TResponse>> PageAsync<T, TResponse>(
        this IReadRepository<T> repository, ISpecification<T> page, IPagedQuery query, CancellationToken cancellationToken) where T : class
    {
        var items = await repository.ListAsync<TResponse>(page, cancellationToken);
        var total = await repository.CountAsync(page, cancellationToken);
        return new Page<TResponse>(items, query.LimitOrDefault(), query.OffsetOrDefault(), total);
    }

    internal static void PageRules<T>(this AbstractValidator<T> validator) where T : IPagedQuery
    {
        validator.RuleFor(query => query.Limit).PageLimit();
        validator.RuleFor(query => query.Offset).Breaks(offset => offset < 0, "must be 0 or more");
    }

    internal static void PageLimit<T>(this IRuleBuilder<T, int?> rule) => rule.Breaks(limit => limit is < 1 or > MaxLimit, $"must be from 1 to {MaxLimit}");
}
