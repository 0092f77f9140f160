using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Media;

/// <summary>Why a form could not be read.</summary>
internal static class UploadErrors
{
    public static readonly Error NotMultipart = new(
        "Upload.NotMultipart", ErrorKind.UnsupportedMediaType, "Unsupported content type", "Content-Type must be multipart/form-data");

    public static readonly Error Malformed = Body("Request body is not valid multipart/form-data");
    public static readonly Error TooManyParts = Body($"Request body must have at most {UploadReader.MaxParts} parts");

    private static Error Body(string details) => new("Upload.Unreadable", ErrorKind.Validation, CommonErrors.InvalidBody, details);
}
