using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Domain.Common;
using Eliza.Domain.Idempotency;
using Eliza.WebApi.Input;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Eliza.WebApi.Idempotency;

/// <summary>
/// Finds the idempotency key of a POST: what its body says, <c>messageId</c> as a rule, or, without that, the header <c>Idempotency-Key</c>. Tells
/// the client when the answer is that of an earlier request.
/// </summary>
internal sealed class ReadRequestKey : IActionFilter
{
    private const string KeyHeader = "Idempotency-Key";
    private const string ReplayedHeader = "Idempotent-Replayed";

    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method)) return;

        var body = context.ActionArguments.Values.OfType<CreatingRequest>().FirstOrDefault();
        if (body?.FindKey() is { } bodysKey) Take(context.HttpContext, bodysKey, rule => FieldFailure.Breaks(nameof(CreatingRequest.MessageId), rule));
        else if (context.HttpContext.Request.Headers.TryGetValue(KeyHeader, out var values))
            Take(context.HttpContext, values.Count == 1 ? values.ToString() : "", rule => new FieldFailure(KeyHeader, $"Header '{KeyHeader}' {rule}"));
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
        if (KeyOf(context.HttpContext).WasReplayed) context.HttpContext.Response.Headers[ReplayedHeader] = "true";
    }

    private static void Take(HttpContext context, string text, Func<string, FieldFailure> failure)
    {
        var created = IdempotencyKey.Create(text);
        if (created.Error is { } error) context.RequestServices.GetRequiredService<RequestInput>().Add(failure(error.Details));
        else KeyOf(context).Value = created.Value;
    }

    private static RequestKey KeyOf(HttpContext context) => context.RequestServices.GetRequiredService<RequestKey>();
}
