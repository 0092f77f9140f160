using Eliza.Application.Media;
using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Media;

/// <summary>
/// Serves a file that a stranger may have made: as what it was found to be, never as a page of ours. Should a browser open it
/// all the same, it runs nothing and loads nothing.
/// </summary>
internal sealed class MediaFileResult(MediaContent file) : IActionResult
{
    private const string Sandbox = "sandbox; default-src 'none'";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue(file.IsDocument ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = Sandbox;
        await new FileStreamResult(file.Content, file.ContentType) { EnableRangeProcessing = true }.ExecuteResultAsync(context);

        if (response.StatusCode != StatusCodes.Status416RangeNotSatisfiable || response.HasStarted) return;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.ContentDisposition);
        response.Headers.Remove(HeaderNames.ContentSecurityPolicy);
        await ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.NoSuchRange);
    }
}
