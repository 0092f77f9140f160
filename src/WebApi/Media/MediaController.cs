using Eliza.Application.Media.OpenMedia;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Media;

/// <summary>Uploaded files, for whoever may read their channel.</summary>
[Route("media")]
public sealed class MediaController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>
    /// One file, or a range of its bytes. Whatever name the path ends in, the id alone counts. 404 no such file, or its channel
    /// is gone; 416 the range lies outside.
    /// </summary>
    [HttpGet("{mediaId}/{name?}")]
    [HttpHead("{mediaId}/{name?}")]
    [AnswersFile]
    [Fails(403, 404, 416)]
    public Task<IActionResult> ReadAsync(string mediaId, CancellationToken cancellationToken) =>
        SendAsync(new OpenMediaQuery(mediaId), cancellationToken);
}
