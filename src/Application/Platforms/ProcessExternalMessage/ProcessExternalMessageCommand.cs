using System.Text.Json;
using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Application.Idempotency;
using Eliza.Application.Messages;

namespace Eliza.Application.Platforms.ProcessExternalMessage;

/// <summary>Takes in a message of a platform by the platform's own ids, and waits for the reply of the platform's agent.</summary>
/// <param name="Platform">discord, telegram or twitter, in any case.</param>
/// <param name="MessageId">The platform's id of the message.</param>
/// <param name="ChannelId">The platform's id of the channel.</param>
/// <param name="UserId">The platform's id of the author.</param>
public sealed record ProcessExternalMessageCommand(
    string? Platform,
    string? MessageId,
    string? ChannelId,
    string? UserId,
    string? Content,
    IReadOnlyList<AttachmentInput?>? Attachments,
    JsonElement? Metadata) : ICommand<ExternalMessageResponse>, IIdempotent, IAwaitsReply;
