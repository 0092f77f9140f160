using Eliza.Domain.Common;
using Eliza.Infrastructure.Persistence;

namespace Eliza.UnitTests.Persistence;

public sealed class SpecificationEvaluatorTests
{
    private static readonly IQueryable<Item> Items = new Item[]
    {
        new("c", 1), new("a", 2), new("b", 1), new("d", 2), new("e", 3),
    }.AsQueryable();

    [Fact]
    public void GetQuery_WhenNothingIsAsked_GivesAllAsTheyAre() => Names(new Question()).ShouldBe("c a b d e");

    [Fact]
    public void GetQuery_WhenThereAreSeveralCriteria_WantsAllOfThem() =>
        Names(new Question(where: true)).ShouldBe("b d");

    [Fact]
    public void GetQuery_WhenThereAreSeveralKeys_OrdersByThemInTurn() =>
        Names(new Question(order: true)).ShouldBe("e a d b c");

    [Fact]
    public void GetQuery_WhenPaged_SkipsAndTakesBehindTheOrder() =>
        Names(new Question(order: true, skip: 1, take: 3)).ShouldBe("a d b");

    [Fact]
    public void Filtered_WhenPaged_CountsAllPages() =>
        SpecificationEvaluator.Filtered(Items, new Question(where: true, order: true, skip: 1, take: 1)).Count().ShouldBe(2);

    private static string Names(Question question) => string.Join(' ', SpecificationEvaluator.GetQuery(Items, question).Select(item => item.Name));

    private sealed record Item(string Name, int Rank);

    private sealed class Question : Specification<Item>
    {
        public Question(bool where = false, bool order = false, int? skip = null, int? take = null)
        {
            if (where) Query.Where(item => item.Rank < 3).Where(item => item.Name == "b" || item.Name == "d" || item.Name == "e");
            if (order) Query.OrderByDescending(item => item.Rank).OrderBy(item => item.Name);
            if (skip is not null) Query.Skip(skip.Value);
            if (take is not null) Query.Take(take.Value);
        }
    }
}
