using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Errors;

/// <summary>
/// Every failure leaves the server in this form: <c>{"success": false, "error": {"code", "message", "details"}}</c>. The error
/// itself stays with the request as a feature, for the request's line in the log.
/// </summary>
internal static class ErrorEnvelope
{
    public static async Task WriteAsync(HttpContext context, Error error)
    {
        context.Response.StatusCode = ErrorStatus.Of(error.Kind).Status;
        context.Features.Set(error);
        if (error.Kind is ErrorKind.Unauthenticated) context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        if (error.Kind is ErrorKind.Unavailable) context.Response.Headers[HeaderNames.RetryAfter] = ErrorStatus.RetryAfterSeconds;

        var envelope = new Envelope(false, BodyOf(context, error));
        await context.Response.WriteAsJsonAsync(envelope, Json.Options, context.RequestAborted);
    }

    /// <summary>What clients are told of a failure.</summary>
    public static ErrorBody BodyOf(HttpContext context, Error error) =>
        new(ErrorStatus.Of(error.Kind).Code, error.Message, DetailsOf(context, error));

    /// <summary>Names the fields as the client spelled them.</summary>
    private static string DetailsOf(HttpContext context, Error error) =>
        error.Fields.Count == 0
            ? error.Details
            : CommonErrors.Describe(error.Fields, context.RequestServices.GetRequiredService<FieldSpellings>().Of);

    private sealed record Envelope(bool Success, ErrorBody Error);
}

/// <summary>An action's failure.</summary>
internal sealed class ErrorResult(Error error) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ErrorEnvelope.WriteAsync(context.HttpContext, error);
}
