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
/// <param name="ChannelId">The room that it was about; left out when there was none.</param>
/// <param name="ClientMessageId">What the client called its message; left out when it did not.</param>
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
        return new Failure(ErrorStatus.Of(error.Kind).Code, error.Message, error.Message, details, room, clientMessageId, retryAfter);
    }

    /// <summary>As the acknowledgement of an event, in the envelope of requests.</summary>
    public object ToAck() => new { success = false, error = new ErrorBody(Code, Message, Details), retryAfter = RetryAfter };
}
