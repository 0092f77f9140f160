using FluentValidation;

namespace Eliza.UnitTests.TestData;

internal static class Failures
{
    /// <summary>What a validator says, each as <c>path: problem</c>.</summary>
    public static List<string> Of<T>(IValidator<T> validator, T request) =>
        [.. validator.Validate(request).Errors.Select(failure => $"{failure.PropertyName}: {failure.ErrorMessage}")];
}
