using Eliza.Application.Common;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Errors;

/// <summary>Failures that have nothing to do with any use case.</summary>
internal static class TransportErrors
{
    public const int MaxBodyBytes = 1024 * 1024;

    public static readonly Error MissingBody = Body("Request body is missing; it must be a JSON object");
    public static readonly Error NotAnObject = Body("Request body must be a JSON object");
    public static readonly Error NotUtf8 = Body("Request body must be UTF-8");
    public static readonly Error LoneSurrogate = Body("Request body must not contain unpaired surrogates");
    public static readonly Error Corrupt = Body("Request body is not what its Content-Encoding says");
    public static readonly Error Incomplete = Body("The request could not be read");

    public static readonly Error TooLarge = new(
        "Request.TooLarge", ErrorKind.PayloadTooLarge, "Request body is too large", $"Request body must be at most {MaxBodyBytes} bytes");

    public static readonly Error NotJson = new(
        "Request.NotJson", ErrorKind.UnsupportedMediaType, "Unsupported content type", "Content-Type must be application/json in UTF-8");

    public static readonly Error UnknownCoding = new(
        "Request.UnknownCoding", ErrorKind.UnsupportedMediaType, "Unsupported content encoding", "Content-Encoding must be gzip, br or deflate, and one of them only");

    public static readonly Error NoSuchRoute = new(
        "Request.NoSuchRoute", ErrorKind.NotFound, "Resource not found", "No resource answers at this path");

    public static readonly Error WrongMethod = new(
        "Request.WrongMethod", ErrorKind.MethodNotAllowed, "Method not allowed", "The resource does not answer this method; the Allow header names those it does");

    public static readonly Error NoSuchRange = new(
        "Request.NoSuchRange", ErrorKind.RangeNotSatisfiable, "Range not satisfiable", "The range lies outside of the file, whose length Content-Range tells");

    public static readonly Error Unexpected = new(
        "Request.Unexpected", ErrorKind.Unexpected, "Internal server error", "Unexpected error occurred while processing the request");

    /// <summary>For the log alone: nobody is there to be told.</summary>
    public static readonly Error ClientGone = new(
        "Request.ClientGone", ErrorKind.Unexpected, "The client has gone", "The client closed its connection before the answer was whole");

    public static Error Unparsable(long line, long position) => Body(
        $"Request body is not valid JSON, repeats a key, or is nested deeper than 32 levels (line {line + 1}, byte {position + 1})");

    private static Error Body(string details) => new("Request.Unreadable", ErrorKind.Validation, CommonErrors.InvalidBody, details);
}
