using System.Text.Json;

namespace Eliza.WebApi.Realtime.EngineIo;

/// <summary>Why a request is refused: the numbers and words are those that clients of the protocol know.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The protocol's number.</param>
/// <param name="Message">The protocol's words.</param>
internal sealed record EngineError(int Status, int Code, string Message)
{
    public static readonly EngineError TransportUnknown = new(StatusCodes.Status400BadRequest, 0, "Transport unknown");
    public static readonly EngineError SessionUnknown = new(StatusCodes.Status400BadRequest, 1, "Session ID unknown");
    public static readonly EngineError BadMethod = new(StatusCodes.Status400BadRequest, 2, "Bad handshake method");
    public static readonly EngineError BadRequest = new(StatusCodes.Status400BadRequest, 3, "Bad request");
    public static readonly EngineError Forbidden = new(StatusCodes.Status403Forbidden, 4, "Forbidden");
    public static readonly EngineError UnsupportedVersion = new(StatusCodes.Status400BadRequest, 5, "Unsupported protocol version");
    public static readonly EngineError PayloadTooLarge = new(StatusCodes.Status413PayloadTooLarge, 3, "Payload too large");
    public static readonly EngineError Full = new(StatusCodes.Status503ServiceUnavailable, 3, "Too many sessions");

    /// <summary>When a client that found the server full may try again, in seconds.</summary>
    private const string RetryAfter = "5";

    /// <summary>Answers a request with this error.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers.CacheControl = "no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = RetryAfter;
        return context.Response.WriteAsJsonAsync(new { code = Code, message = Message }, JsonSerializerOptions.Web, CancellationToken.None);
    }
}
