using Eliza.Application.Messages;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Messages;

/// <summary>The central message bus.</summary>
[Route("api/messaging/submit")]
public sealed class SubmitController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Stores a message and routes it to the channel's agents. 400 invalid; 404 no such channel, or no such message to answer in it.</summary>
    [HttpPost]
    [Answers<MessageResponse>(StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> SubmitAsync([FromBody] SubmitMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}
