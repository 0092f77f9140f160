using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

public sealed class StableHashTests
{
    [Theory]
    [InlineData("here", 2)]
    [InlineData("you", 3)]
    [InlineData("job", 1)]
    [InlineData("привет", 1)]
    public void Bucket_WhenGivenAWord_IsTheSameOnEveryMachine(string word, int bucket) => StableHash.Bucket(word, 4).ShouldBe(bucket);

    [Fact]
    public void Bucket_WhenGivenManyWords_ReachesEveryBucket() =>
        Enumerable.Range(0, 100).Select(number => StableHash.Bucket($"word{number}", 4)).Distinct().Order().ShouldBe([0, 1, 2, 3]);
}
