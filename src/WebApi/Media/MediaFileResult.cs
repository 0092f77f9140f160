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
    private const string Bytes = "bytes";
    private const string Sandbox = "sandbox; default-src 'none'";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue(file.IsDocument ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = Sandbox;
        response.Headers.AcceptRanges = Bytes;
        await new FileStreamResult(file.Content, file.ContentType) { EnableRangeProcessing = IsOfBytes(context.HttpContext.Request) }.ExecuteResultAsync(context);

        if (response.StatusCode != StatusCodes.Status416RangeNotSatisfiable || response.HasStarted) return;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.ContentDisposition);
        response.Headers.Remove(HeaderNames.ContentSecurityPolicy);
        await ErrorEnvelope.WriteAsync(context.HttpContext, TransportErrors.NoSuchRange);
    }

    /// <summary>A range of anything else is to be passed over; the framework would take it for one of bytes.</summary>
    private static bool IsOfBytes(HttpRequest request) => request.GetTypedHeaders().Range is not { } range || range.Unit == Bytes;
}
