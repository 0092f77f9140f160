namespace Eliza.Application.Feeds.Payloads;

/// <summary>Somebody came or went; <c>Type</c> is <c>user</c> or <c>agent</c>.</summary>
public sealed record ParticipantPayload(Guid ChannelId, string ParticipantId, string Type, string? Name, string EventId) : ChannelPayload(ChannelId)
{
    /// <summary>The same as the participant, under the name that the reference uses.</summary>
    public string EntityId => ParticipantId;
}
