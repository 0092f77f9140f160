using Microsoft.AspNetCore.Diagnostics;

namespace Eliza.WebApi.Errors;

/// <summary>Gives the framework's own refusals (unknown path, wrong method) the envelope that they lack.</summary>
internal static class StatusEnvelope
{
    public static Task WriteAsync(StatusCodeContext context) => context.HttpContext.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.NoSuchRoute),
        StatusCodes.Status405MethodNotAllowed => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.WrongMethod),
        StatusCodes.Status415UnsupportedMediaType => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.NotJson),
        StatusCodes.Status413PayloadTooLarge => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.TooLarge),
        >= 500 => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.Unexpected),
        StatusCodes.Status499ClientClosedRequest => Task.CompletedTask,
        _ => ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.Incomplete),
    };
}
