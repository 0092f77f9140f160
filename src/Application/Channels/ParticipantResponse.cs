namespace Eliza.Application.Channels;

/// <summary>A participant as clients see it: <c>Kind</c> is user or agent, <c>JoinedAt</c> in Unix seconds.</summary>
public sealed record ParticipantResponse(string UserId, Guid ChannelId, string Role, long JoinedAt, string? Name, string Kind);
