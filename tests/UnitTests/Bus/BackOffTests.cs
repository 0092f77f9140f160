using Eliza.Infrastructure.Bus;

namespace Eliza.UnitTests.Bus;

public sealed class BackOffTests
{
    private readonly BackOff _backOff = new();

    [Fact]
    public void Next_AfterEachFailure_IsTwiceAsLongUpToHalfAMinute() =>
        Enumerable.Range(0, 8).Select(_ => _backOff.Next().TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30, 30]);

    [Fact]
    public void Next_AfterASuccess_BeginsAnew()
    {
        for (var attempt = 0; attempt < 5; attempt++) _backOff.Next();

        _backOff.Reset();

        _backOff.Next().ShouldBe(TimeSpan.FromSeconds(1));
    }
}
