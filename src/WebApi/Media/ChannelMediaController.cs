using Eliza.Application.Media;
using Eliza.WebApi.Responses;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Eliza.WebApi.Media;

/// <summary>The files of a channel.</summary>
[Route("api/messaging/channels/{channelId}")]
[Route("api/messaging/central-channels/{channelId}")]
public sealed class ChannelMediaController(IMediator mediator) : ApiController(mediator)
{
    /// <summary>A file and what a form puts around it.</summary>
    private const long MaxRequestBytes = (25 * 1024 * 1024) + (64 * 1024);

    /// <summary>
    /// Uploads one file, as the part <c>file</c> of a form: JPG, PNG, GIF, PDF, DOCX, MP3, WAV, MP4 or MOV, at most 25 MB.
    /// The answer's description says what was found out about it: a document's text, or its first 4000 characters, and an image's size. That may take some
    /// seconds; what cannot be read is stored all the same, with null.
    /// 400 no file, more than one, or none that holds anything; 404 no such channel; 413 the file is too large, or the channel
    /// or the whole server holds too many; 415 not a form, or a file of another type, or whose name, declared type and content do not agree.
    /// </summary>
    [HttpPost("upload-media")]
    [TakesFile]
    [RequestSizeLimit(MaxRequestBytes)]
    [AnswersBoth<MediaResponse>]
    [Fails(403, 404, 409, 422)]
    public Task<IActionResult> UploadAsync(string channelId, [FromServices] Upload upload, CancellationToken cancellationToken) =>
        SendAsync(upload.ToCommand(channelId), cancellationToken);
}
