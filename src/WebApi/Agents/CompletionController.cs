using Eliza.Application.Agents.CompleteMessage;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Agents;

/// <summary>Where agents say that they are done with a message.</summary>
[Route("api/messaging/complete")]
public sealed class CompletionController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Ends the agent's open run for a message, whoever holds it, and gives what the agent said to it: empty for nothing. Of several
    /// messages that say the same the oldest open one counts; done again, the answer is the same. 404 no such agent, room or run.
    /// </summary>
    [HttpPost]
    [AnswersDone<Completion>]
    [Fails(403, 404)]
    public Task<IActionResult> CompleteAsync([FromBody] CompleteMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}
