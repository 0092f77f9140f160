using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Agents.RotateWebhookSecret;

/// <summary>Signs the calls to an agent's webhook with another secret from now on, and shows it, this once. Whoever manages agents may.</summary>
/// <param name="AgentId">From the path, as the client wrote it.</param>
public sealed record RotateWebhookSecretCommand(string AgentId) : ICommand<AgentResponse>, IIdempotent, IShownOnce;
