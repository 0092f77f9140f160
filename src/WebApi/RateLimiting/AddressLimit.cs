using Eliza.Application.RateLimiting;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// In front of authentication: refuses whom the address's bucket has nothing left for, before anybody is looked up, and sees
/// to it that every answer tells the limits. Whoever may be a service passes: whether it is one, authentication has to tell.
/// </summary>
internal sealed class AddressLimit(RequestDelegate next, IRateLimiter limiter, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (limiter.Of(context.Connection.RemoteIpAddress) is not { } address) return next(context);

        var limits = new RequestLimits(limiter, address, isFree: Probe.Is(context) || SparedRequests.Include(context));
        context.Features.Set(limits);

        // At the start of the answer, because an error page begins by clearing all headers.
        context.Response.OnStarting(() =>
        {
            var isRefused = context.Response.StatusCode == StatusCodes.Status429TooManyRequests;
            RateLimitHeaders.Write(context.Response.Headers, limits.Look(), time.GetUtcNow(), isRefused);
            return Task.CompletedTask;
        });

        return PresentedCredential.Of(context.Request) is { MayBeOfService: true } || limits.TryTakeFromAddress()
            ? next(context)
            : ErrorEnvelope.WriteAsync(context, RateLimitErrors.Exceeded(address));
    }
}
