using System.Text.Json.Serialization;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>
/// Why something was not done, in the words of the envelope that a request would have got. <c>Error</c>, the short line, is what the
/// reference's clients show.
/// </summary>
/// <param name="ChannelId">The room that it was about; left out when there was none, or no id is that long.</param>
/// <param name="ClientMessageId">What the client called its message; left out when it did not, or no id is that long.</param>
/// <param name="RetryAfter">In how many seconds it may try again; left out when that does not help.</param>
internal sealed record Failure(
    string Code,
    string Error,
    string Message,
    string Details,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ChannelId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientMessageId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfter)
{
    /// <summary>Ids are shorter. What is longer would come back several times as long, and fill the queue of the client that is to hear it.</summary>
    private const int LongestId = 255;

    /// <summary>More than a hundred fields take.</summary>
    private const int LongestDetails = 20_000;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RoomId => ChannelId;

    /// <param name="error">What went wrong.</param>
    /// <param name="room">Where; null for the whole connection.</param>
    public static Failure Of(Error error, Guid? room) => Of(error, room?.ToString(), clientMessageId: null, spellings: null, retryAfter: null);

    /// <param name="error">What went wrong.</param>
    /// <param name="room">Where, as the client wrote it.</param>
    /// <param name="clientMessageId">What the client called its message.</param>
    /// <param name="spellings">How the client spelled the fields.</param>
    /// <param name="retryAfter">In how many seconds it may try again.</param>
    public static Failure Of(Error error, string? room, string? clientMessageId, FieldSpellings? spellings, int? retryAfter)
    {
        var details = error.Fields.Count == 0 || spellings is null ? error.Details : CommonErrors.Describe(error.Fields, spellings.Of);
        if (details.Length > LongestDetails) details = details[..LongestDetails];
        return new Failure(ErrorStatus.Of(error.Kind).Code, error.Message, error.Message, details, IdOrNull(room), IdOrNull(clientMessageId), retryAfter);
    }

    /// <summary>As the acknowledgement of an event, in the envelope of requests.</summary>
    public object ToAck()
    {
        var body = new ErrorBody(Code, Message, Details);
        return RetryAfter is { } seconds ? new { success = false, error = body, retryAfter = seconds } : new { success = false, error = body };
    }

    private static string? IdOrNull(string? text) => text is { Length: <= LongestId } ? text : null;
}
