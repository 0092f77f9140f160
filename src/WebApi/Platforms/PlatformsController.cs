using Eliza.Application.Platforms;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Platforms;

/// <summary>What is said on other platforms.</summary>
[Route("api/messaging")]
public sealed class PlatformsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Takes in a platform's message, or a list of them, and does not wait for a reply. One message names agent, room and author by
    /// UUIDs; an unknown room becomes a private channel with the two in it. It is stored once for each platform, message id and
    /// room, and wakes the agent whatever the channel's rules. A list (<c>platform</c>, <c>channelId</c>, <c>messages</c>) names all
    /// as the platform does and is for the platform's agent. 400 invalid; 404 no such agent; 422 the same message with other
    /// contents within 24 hours.
    /// </summary>
    [HttpPost("ingest-external")]
    [AnswersDone<IngestedMessages>]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> IngestAsync([FromBody] IngestExternalRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);

    /// <summary>
    /// Takes in a platform's message by the platform's own ids and answers with the reply of the platform's agent; without one in
    /// time <c>response</c> is null, and the reply lands in the channel when it comes. Sent again, the message is not stored again,
    /// and the answer waits for the same reply. 400 invalid; 404 the platform's agent does not exist; 422 the same message with
    /// other contents within 24 hours.
    /// </summary>
    [HttpPost("external-messages")]
    [Answers<ExternalMessageResponse>]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> ProcessAsync([FromBody] ExternalMessageRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}
