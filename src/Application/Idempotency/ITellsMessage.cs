using Eliza.Domain.Messages;

namespace Eliza.Application.Idempotency;

/// <summary>An answer that holds what a message says. Stored for repetitions of its request, it is emptied when the message is deleted.</summary>
public interface ITellsMessage
{
    MessageId ToldMessage { get; }
}
