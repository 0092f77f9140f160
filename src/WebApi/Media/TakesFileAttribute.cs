using Eliza.Application.Common;
using Eliza.Application.Media;
using Eliza.Application.RateLimiting;
using Eliza.WebApi.Input;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Eliza.WebApi.Media;

/// <summary>
/// Marks an action whose body is a form with a file in it, and reads the form into the request's <see cref="Upload"/> before
/// the action. A file that was not committed is gone again before the answer.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesFileAttribute : Attribute, IAsyncActionFilter, ITakesForm
{
    public Type Form => typeof(Upload);

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var upload = services.GetRequiredService<Upload>();
        try
        {
            if (SpentLimit(services) is { } spent) services.GetRequiredService<RequestInput>().Unreadable = RateLimitErrors.Exceeded(spent);
            else await services.GetRequiredService<UploadReader>().ReadAsync(context.HttpContext, upload);
            await next();
        }
        finally
        {
            if (upload.StagedAs is { } id) await services.GetRequiredService<IMediaStore>().LetGoAsync(id, CancellationToken.None);
        }
    }

    /// <summary>The caller's limit, if it is used up: what will be refused need not be stored first.</summary>
    private static RateLimit? SpentLimit(IServiceProvider services)
    {
        var limiter = services.GetRequiredService<IRateLimiter>();
        return services.GetRequiredService<ICaller>().Current is { } caller && limiter.Of(caller) is { } limit && limiter.Look(limit).Remaining == 0 ? limit : null;
    }
}
