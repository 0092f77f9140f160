using Eliza.Application.Channels;
using Eliza.Application.Channels.GetParticipant;
using Eliza.Application.Channels.ListParticipants;
using Eliza.Application.Channels.RemoveParticipant;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>Who takes part in a channel.</summary>
[Route("api/messaging/channels/{channelId}/participants")]
[Route("api/messaging/central-channels/{channelId}/participants")]
public sealed class ParticipantsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>Adds a person, or an agent by its id. 400 invalid; 404 no such channel; 409 already in, or a person under the name of an agent in the channel.</summary>
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

    /// <summary>One who takes part. 404 no such channel, or not in it.</summary>
    [HttpGet("{userId}")]
    [AnswersNamed<ParticipantResponse>("participant")]
    [Fails(403, 404)]
    public Task<IActionResult> GetAsync(string channelId, string userId, CancellationToken cancellationToken) =>
        SendAsync(new GetParticipantQuery(channelId, userId), cancellationToken);

    /// <summary>
    /// Gives another role, none above the caller's own and to none who stands above the caller. 400 invalid; 404 no such channel, or
    /// not in it; 409 the last owner would be none any more.
    /// </summary>
    [HttpPatch("{userId}")]
    [AnswersNamed<ParticipantResponse>("participant")]
    [Fails(403, 404, 409)]
    public Task<IActionResult> ChangeRoleAsync(
        string channelId, string userId, [FromBody] ChangeParticipantRoleRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(channelId, userId), cancellationToken);

    /// <summary>Takes a person or an agent out; anybody may leave. 404 no such channel, or not in it; 409 it is the last owner.</summary>
    [HttpDelete("{userId}")]
    [AnswersDone<ParticipantLink>("Participant removed from the channel")]
    [Fails(403, 404, 409)]
    public Task<IActionResult> RemoveAsync(string channelId, string userId, CancellationToken cancellationToken) =>
        SendAsync(new RemoveParticipantCommand(channelId, userId), cancellationToken);
}
