using Eliza.Domain.Common;

namespace Eliza.UnitTests.TestData;

[ShouldlyMethods]
internal static class ResultAssertions
{
    public static T ShouldSucceed<T>(this Result<T> result)
    {
        result.Error.ShouldBeNull();
        return result.Value;
    }

    public static Error ShouldFail<T>(this Result<T> result, string code)
    {
        result.Error.ShouldNotBeNull().Code.ShouldBe(code);
        result.IsSuccess.ShouldBeFalse();
        return result.Error;
    }

    /// <summary>Fails by the rule of a value object; the wording follows a field's name.</summary>
    public static void ShouldBreakRule<T>(this Result<T> result, string code, string rule)
    {
        var error = result.ShouldFail(code);
        error.Kind.ShouldBe(ErrorKind.Validation);
        error.Details.ShouldBe(rule);
    }
}
