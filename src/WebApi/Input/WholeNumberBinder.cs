using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Eliza.WebApi.Input;

/// <summary>Reads a query's number as decimal digits, once. The framework's own reader also takes <c>0x2</c>, <c>#2</c> and blanks, and of two the first.</summary>
internal sealed class WholeNumberBinder(bool isLong) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values.Length == 0 || (values.Length == 1 && string.IsNullOrEmpty(values.FirstValue))) return Task.CompletedTask;

        if (values.Length == 1 && Parse(values.FirstValue) is { } number) bindingContext.Result = ModelBindingResult.Success(number);
        else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "must be a whole number");
        return Task.CompletedTask;
    }

    private object? Parse(string? text)
    {
        if (isLong) return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big : null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    internal sealed class Provider : IModelBinderProvider
    {
        private static readonly WholeNumberBinder Int = new(isLong: false);
        private static readonly WholeNumberBinder Long = new(isLong: true);

        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(int?) ? Int : context.Metadata.ModelType == typeof(long?) ? Long : null;
    }
}
