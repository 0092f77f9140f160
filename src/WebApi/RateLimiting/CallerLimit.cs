using Eliza.Application.Common;
using Eliza.Application.RateLimiting;
using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// Right behind authentication: settles which buckets count, and takes from the address's what might have been a service's
/// and turned out not to be. The caller's own bucket is the pipeline's business (see <c>RateLimitBehaviour</c>), except
/// for what never gets there: unknown paths and wrong methods.
/// </summary>
internal sealed class CallerLimit(RequestDelegate next, IRateLimiter limiter)
{
    public Task InvokeAsync(HttpContext context, ICaller caller)
    {
        if (context.Features.Get<RequestLimits>() is not { } limits) return next(context);

        var own = caller.Current is { } current ? limiter.Of(current) : null;
        if (own is not null) limits.Recognize(own, caller.Current!.IsTrusted);

        if (!limits.TryTakeFromAddress()) return ErrorEnvelope.WriteAsync(context, RateLimitErrors.Exceeded(limits.Address));
        if (own is not null && !LeadsToAnAction(context) && !limiter.TryTake(own)) return ErrorEnvelope.WriteAsync(context, RateLimitErrors.Exceeded(own));
        return next(context);
    }

    private static bool LeadsToAnAction(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ControllerActionDescriptor>() is not null;
}
