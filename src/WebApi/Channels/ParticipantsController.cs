using Eliza.Application.Channels;
using Eliza.Application.Channels.ListParticipants;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>Who takes part in a channel.</summary>
[Route("api/messaging/channels/{channelId}/participants")]
[Route("api/messaging/central-channels/{channelId}/participants")]
public sealed class ParticipantsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Adds a person, or an agent by its id. 400 invalid; 404 no such channel; 409 already in.</summary>
    [HttpPost]
    [AnswersNamed<ParticipantResponse>("participant", StatusCodes.Status201Created)]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> AddAsync(string channelId, [FromBody] AddParticipantRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(channelId), cancellationToken);

    /// <summary>A page of the participants, in the order in which they joined. 404 no such channel.</summary>
    [HttpGet]
    [AnswersPage<ParticipantResponse>("participants", ListUnder = ["central-channels"])]
    [Fails(403, 404)]
    public Task<IActionResult> ListAsync(string channelId, [FromQuery] int? limit, [FromQuery] int? offset, CancellationToken cancellationToken) =>
        SendAsync(new ListParticipantsQuery(channelId, limit, offset), cancellationToken);
}
