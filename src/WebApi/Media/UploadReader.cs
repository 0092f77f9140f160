using System.Text;
using Eliza.Application.Common;
using Eliza.Application.Media;
using Eliza.Domain.Common;
using Eliza.Domain.Media;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Media;

/// <summary>
/// Reads a form with a file in it, part by part: the file goes to the store as it comes in. It never answers by itself: what
/// is wrong is noted in <see cref="RequestInput"/>.
/// </summary>
internal sealed class UploadReader(IMediaStore store, RequestInput input, FieldSpellings spellings)
{
    public const int MaxParts = 100;

    /// <summary>RFC 2046 allows no longer one.</summary>
    private const int MaxBoundaryLength = 70;

    /// <summary>More than an id may have, so that a longer one is seen to be.</summary>
    private const int MaxTextBytes = 256;

    public async Task ReadAsync(HttpContext context, Upload upload)
    {
        try
        {
            input.Unreadable = await ReadFormAsync(context.Request, upload, context.RequestAborted);
        }
        catch (BadHttpRequestException exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            input.Unreadable = exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? MediaErrors.TooLarge : TransportErrors.Incomplete;
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested
            && exception is IOException or InvalidDataException or InvalidOperationException)
        {
            // What the reader of forms says of a form that ends too early or is none, and codings of what is none of theirs.
            input.Unreadable = UploadErrors.Malformed;
        }
    }

    private async Task<Error?> ReadFormAsync(HttpRequest request, Upload upload, CancellationToken cancellationToken)
    {
        // The middleware takes the header away with the coding that it undoes.
        var coding = request.Headers.ContentEncoding.ToString();
        if (coding.Length > 0 && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return TransportErrors.UnknownCoding;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return UploadErrors.NotMultipart;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (boundary.Length is 0 or > MaxBoundaryLength) return UploadErrors.Malformed;

        var reader = new MultipartReader(boundary.ToString(), request.Body);
        for (var count = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; count++)
        {
            if (count == MaxParts) return UploadErrors.TooManyParts;
            if (await ReadPartAsync(part, upload, cancellationToken) is { } error) return error;
        }
        return null;
    }

    private async Task<Error?> ReadPartAsync(MultipartSection part, Upload upload, CancellationToken cancellationToken)
    {
        if (part.GetContentDispositionHeader() is not { } disposition) return UploadErrors.Malformed;
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        switch (name)
        {
            case "file":
                return await ReadFileAsync(part, disposition, upload, cancellationToken);
            case "agentId" or "agent_id":
                if (upload.AgentId is not null) Breaks(nameof(Upload.AgentId), "is given more than once");
                spellings.Set(nameof(Upload.AgentId), name);
                upload.AgentId = await ReadTextAsync(part.Body, cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private async Task<Error?> ReadFileAsync(MultipartSection part, ContentDispositionHeaderValue disposition, Upload upload, CancellationToken cancellationToken)
    {
        if (!disposition.IsFileDisposition()) return Breaks(nameof(Upload.File), "must be a file");
        if (upload.StagedAs is not null) return Breaks(nameof(Upload.File), "is given more than once");

        var staged = await store.StageAsync(part.Body, cancellationToken);
        if (staged.Error is { } error) return error;
        upload.StagedAs = staged.Value.Id;
        if (staged.Value.Size == 0) return Breaks(nameof(Upload.File), "must not be empty");

        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        var type = MediaType.Find(name, part.ContentType, staged.Value.Head.Span);
        if (type.Error is { } unsupported) return unsupported;

        upload.File = new UploadedFile(
            staged.Value.Id, MediaName.Of(name, type.Value).Value, type.Value.ContentType, staged.Value.Size, staged.Value.Hash);
        return null;
    }

    private static async Task<string?> ReadTextAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxTextBytes];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return length == 0 ? null : Encoding.UTF8.GetString(bytes, 0, length);
    }

    /// <summary>Notes it, and lets the rest of the form be read: there may be more to tell.</summary>
    private Error? Breaks(string path, string rule)
    {
        input.Add(FieldFailure.Breaks(path, rule));
        return null;
    }
}
