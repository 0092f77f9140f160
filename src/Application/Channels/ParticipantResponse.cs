namespace Eliza.Application.Channels;

/// <summary>A participant as clients see it: <c>Kind</c> is user or agent, <c>JoinedAt</c> in Unix seconds.</summary>
/// <param name="IsMuted">Whether it is an agent that answers only those who call it by name.</param>
public sealed record ParticipantResponse(string UserId, Guid ChannelId, string Role, long JoinedAt, string? Name, string Kind, bool IsMuted = false)
{
    /// <summary>The same as <see cref="UserId"/>: in a channel, a participant is told by it.</summary>
    public string Id => UserId;
}
