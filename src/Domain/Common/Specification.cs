using System.Linq.Expressions;

namespace Eliza.Domain.Common;

/// <summary>The base of every specification: a sealed class per question, which states it in its constructor through <see cref="Query"/>.</summary>
public abstract class Specification<T> : ISpecification<T>
{
    private readonly List<Expression<Func<T, bool>>> _where = [];
    private readonly List<OrderExpression<T>> _order = [];
    private readonly List<Expression<Func<T, object?>>> _include = [];

    protected Specification() => Query = new Builder(this);

    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => _where;

    public IReadOnlyList<OrderExpression<T>> OrderExpressions => _order;

    public IReadOnlyList<Expression<Func<T, object?>>> IncludeExpressions => _include;

    public int? Skip { get; private set; }

    public int? Take { get; private set; }

    protected Builder Query { get; }

    protected sealed class Builder(Specification<T> specification)
    {
        public Builder Where(Expression<Func<T, bool>> criteria)
        {
            specification._where.Add(criteria);
            return this;
        }

        public Builder OrderBy(Expression<Func<T, object?>> key)
        {
            specification._order.Add(new OrderExpression<T>(key, Descending: false));
            return this;
        }

        public Builder OrderByDescending(Expression<Func<T, object?>> key)
        {
            specification._order.Add(new OrderExpression<T>(key, Descending: true));
            return this;
        }

        public Builder Include(Expression<Func<T, object?>> navigation)
        {
            specification._include.Add(navigation);
            return this;
        }

        public Builder Skip(int count)
        {
            specification.Skip = count;
            return this;
        }

        public Builder Take(int count)
        {
            specification.Take = count;
            return this;
        }
    }
}
