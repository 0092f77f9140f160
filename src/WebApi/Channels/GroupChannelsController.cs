using Eliza.Application.Channels;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Channels;

/// <summary>Groups: private channels of several.</summary>
[Route("api/messaging/group-channels")]
public sealed class GroupChannelsController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// Creates a private group. The caller, if it is a person or an agent, owns it and takes part whether or not it is named; ids of
    /// agents bring the agents in. 400 invalid; 409 the name is taken in the server.
    /// </summary>
    [HttpPost]
    [AnswersNamed<ChannelResponse>("channel", StatusCodes.Status201Created)]
    [Fails(403, 409, 422)]
    public Task<IActionResult> CreateAsync([FromBody] CreateGroupChannelRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}
