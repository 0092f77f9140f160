using static Eliza.ArchitectureTests.Fluent.Hideouts;

namespace Eliza.ArchitectureTests.Fluent;

/// <summary>A rule is worth what its eyes are: each of the <see cref="Hideouts"/> is tried.</summary>
public sealed class DependenciesTests
{
    [Theory]
    [InlineData(typeof(InBaseType))]
    [InlineData(typeof(InInterface))]
    [InlineData(typeof(InConstraint))]
    [InlineData(typeof(InField))]
    [InlineData(typeof(InProperty))]
    [InlineData(typeof(InSignature))]
    [InlineData(typeof(InGenericArgument))]
    [InlineData(typeof(InMethodCall))]
    [InlineData(typeof(InTypeOf))]
    [InlineData(typeof(InAttribute))]
    [InlineData(typeof(InAttributeOfParameter))]
    [InlineData(typeof(InCatch))]
    [InlineData(typeof(InAsyncLambda))]
    [InlineData(typeof(InIterator))]
    [InlineData(typeof(InNestedType))]
    public void Dependency_WhereverItHides_IsFound(Type type) => Dependencies.Of(type).ShouldContain(TypeName.Of(typeof(Target)));

    [Fact]
    public void Dependency_WhenThereIsNone_IsNotFound() => Dependencies.Of(typeof(Innocent)).ShouldNotContain(TypeName.Of(typeof(Target)));

    [Fact]
    public void Call_InALambda_IsFoundWithItsParameters()
    {
        Dependencies.CallsOf(typeof(InAsyncLambda)).ShouldContain("System.Threading.Tasks.Task.Delay(System.Int32)");
        Dependencies.CallsOf(typeof(Innocent)).ShouldContain("System.Guid.CreateVersion7(System.DateTimeOffset)");
    }

    [Theory]
    [InlineData(nameof(Caller.Direct), 1)]
    [InlineData(nameof(Caller.TwiceAsync), 2)]
    [InlineData(nameof(Caller.ThroughLambdaAndHelper), 2)]
    [InlineData(nameof(Caller.NotAtAll), 0)]
    public void CallCount_OfAMethod_CountsAllThatItsCodeReaches(string method, int calls) =>
        CallCount.In(typeof(Caller).GetMethod(method)!, TypeName.Of(typeof(Target)) + ".Call").ShouldBe(calls);

    [Fact]
    public void Name_OfALongerWord_IsNotWithin()
    {
        TypeName.IsWithin("A.Bc", "A.B").ShouldBeFalse();
        TypeName.IsWithin("A.B.C", "A.B").ShouldBeTrue();
        TypeName.IsWithin("A.B", "A.B").ShouldBeTrue();
    }
}
