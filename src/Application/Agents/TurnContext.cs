using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using Eliza.Domain.Servers;

namespace Eliza.Application.Agents;

/// <summary>What surrounds a message for an agent.</summary>
/// <param name="AuthorName">The name of the message's author in the channel, if there is one.</param>
/// <param name="History">The messages right before, oldest first: as many as the agent's settings ask for.</param>
public sealed record TurnContext(ServerId ServerId, DisplayName? AuthorName, IReadOnlyList<PastMessage> History);

/// <summary>What somebody said in the channel before.</summary>
/// <param name="Name">The author's name in the channel, if there is one.</param>
public sealed record PastMessage(MessageId Id, ActorId Author, ActorKind Kind, DisplayName? Name, string Text, DateTimeOffset CreatedAt);
