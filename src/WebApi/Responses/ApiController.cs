using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Responses;

/// <summary>What controllers share: to send a request, and to give its result the form of the answer.</summary>
[ApiController]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>Sends the request; a value becomes the body that the action's <see cref="AnswerAttribute"/> makes of it, an error its envelope.</summary>
    protected async Task<IActionResult> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(request, cancellationToken);
        return result.Error is { } error ? new ErrorResult(error) : Answer(result.Value!);
    }

    /// <summary>The same, for a value that clients see in another form.</summary>
    protected async Task<IActionResult> SendAsync<T, TAnswer>(IRequest<Result<T>> request, Func<T, TAnswer> form, CancellationToken cancellationToken) where TAnswer : notnull
    {
        var result = await mediator.Send(request, cancellationToken);
        return result.Error is { } error ? new ErrorResult(error) : Answer(form(result.Value!));
    }

    /// <summary>The answer that holds this.</summary>
    protected IActionResult Answer(object content) =>
        HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<AnswerAttribute>().ResultOf(content, HttpContext);
}
