using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Responses;

/// <summary>What controllers share: to send a request, and to give its result the form of the answer.</summary>
[ApiController]
public abstract class ApiController(IMediator mediator) : ControllerBase
{
    /// <summary>Sends the request; a value becomes the body that <paramref name="body"/> makes of it, an error its envelope.</summary>
    protected async Task<IActionResult> SendAsync<T>(
        IRequest<Result<T>> request, Func<T, object> body, CancellationToken cancellationToken, int status = StatusCodes.Status200OK)
    {
        var result = await mediator.Send(request, cancellationToken);
        return result.Error is { } error ? new ErrorResult(error) : new ObjectResult(body(result.Value)) { StatusCode = status };
    }
}
