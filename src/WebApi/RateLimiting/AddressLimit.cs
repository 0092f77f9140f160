using Eliza.Application.RateLimiting;
using Eliza.WebApi.Errors;

namespace Eliza.WebApi.RateLimiting;

/// <summary>
/// Takes one request from the address's bucket before anybody is looked up, and sees to it that every answer tells the
/// limits. If there is none left, only who might be a service gets on: whether it is one, authentication has to tell.
/// </summary>
/// <param name="next">What follows.</param>
/// <param name="limiter">Has the buckets.</param>
/// <param name="time">Dates the headers.</param>
/// <param name="mayBeOfService">Whether the request could be a service's, as far as can be seen without any look-up.</param>
internal sealed class AddressLimit(RequestDelegate next, IRateLimiter limiter, TimeProvider time, Func<HttpRequest, bool> mayBeOfService)
{
    private const string SignsOfLife = "/health";

    public Task InvokeAsync(HttpContext context)
    {
        if (limiter.Of(context.Connection.RemoteIpAddress) is not { } address) return next(context);

        // Orchestrators ask for signs of life more often than the limit allows.
        var limits = new RequestLimits(limiter, address, draws: !context.Request.Path.StartsWithSegments(SignsOfLife));
        context.Features.Set(limits);

        // At the start of the answer, because an error page begins by clearing all headers.
        context.Response.OnStarting(() =>
        {
            var isRefused = context.Response.StatusCode == StatusCodes.Status429TooManyRequests;
            if (isRefused) limits.GiveBackToAddress();
            RateLimitHeaders.Write(context.Response.Headers, limits.Look(), time.GetUtcNow(), isRefused);
            return Task.CompletedTask;
        });

        limits.TakeFromAddress();
        return limits.IsRefusedByAddress && !mayBeOfService(context.Request)
            ? ErrorEnvelope.WriteAsync(context, RateLimitErrors.Exceeded(address))
            : next(context);
    }
}
