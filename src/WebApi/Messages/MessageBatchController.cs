using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Messages;

/// <summary>Many messages at once.</summary>
[Route("api/messaging/messages/batch")]
public sealed class MessageBatchController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Puts up to 100 messages on the bus. Each stands for itself, and its result tells what became of it; one that fails takes no
    /// other with it. The <c>messageId</c> of a message is the key that it would have in a single submission; the key of the whole
    /// batch, in its body or header, answers a repetition with the first results. 400 no list, an empty one, or one of more than 100.
    /// </summary>
    [HttpPost]
    [Answers<BatchAnswer>]
    [Fails(403, 409, 422)]
    public Task<IActionResult> SubmitAsync([FromBody] SubmitBatchRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), outcome => BatchAnswer.Of(outcome, HttpContext), cancellationToken);
}
