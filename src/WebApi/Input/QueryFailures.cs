using Eliza.Application.Common;
using Eliza.Domain.Common;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Eliza.WebApi.Input;

/// <summary>Notes query parameters that are not the number they should be; they are reported with all else that is wrong.</summary>
internal sealed class QueryFailures : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.ModelState.IsValid) return;
        var input = context.HttpContext.RequestServices.GetRequiredService<RequestInput>();
        foreach (var (name, entry) in context.ModelState)
        {
            if (entry.ValidationState is not ModelValidationState.Invalid) continue;
            input.Add(FieldFailure.Breaks(char.ToUpperInvariant(name[0]) + name[1..], "must be a whole number"));
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
