using Eliza.Application.Messages;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Messages;

/// <summary>Full-text search.</summary>
[Route("api/messaging/messages/search")]
public sealed class MessageSearchController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// A page of the messages that hold all the words, newest first, only from channels that the caller may read. <c>total</c> is
    /// counted up to 10,000. Without <c>query</c> and <c>channelId</c> the newest 10,000 messages of the server are looked through,
    /// and with a <c>query</c> the newest 10,000 that hold the words (some databases look through more, or through the newest messages
    /// whether they hold them or not): name the channel, and <c>to</c>, to look further back. A query without any letter or digit finds
    /// nothing. 400 invalid; 404 no such channel.
    /// </summary>
    [HttpPost]
    [AnswersPage<MessageResponse>("messages")]
    [Fails(403, 404)]
    public Task<IActionResult> SearchAsync([FromBody] SearchMessagesRequest request, CancellationToken cancellationToken) =>
        SendAsync(request.ToCommand(), cancellationToken);
}
