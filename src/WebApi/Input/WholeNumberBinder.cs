using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Eliza.WebApi.Input;

/// <summary>Reads a query's number as decimal digits, once. The framework's own reader also takes <c>0x2</c>, <c>#2</c> and blanks, and of two the first.</summary>
internal sealed class WholeNumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (values.Length == 0 || (values.Length == 1 && string.IsNullOrEmpty(values.FirstValue))) return Task.CompletedTask;

        if (values.Length == 1 && int.TryParse(values.FirstValue, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            bindingContext.Result = ModelBindingResult.Success(number);
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "must be a whole number");
        return Task.CompletedTask;
    }

    internal sealed class Provider : IModelBinderProvider
    {
        private static readonly WholeNumberBinder Binder = new();

        public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(int?) ? Binder : null;
    }
}
