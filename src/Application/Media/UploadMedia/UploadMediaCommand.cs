using Eliza.Application.Common;
using Eliza.Application.Idempotency;

namespace Eliza.Application.Media.UploadMedia;

/// <summary>Puts a file into a channel.</summary>
/// <param name="ChannelId">From the path, as the client wrote it.</param>
/// <param name="AgentId">An agent's id, which the answer repeats; nothing else is done with it.</param>
/// <param name="File">What was uploaded.</param>
public sealed record UploadMediaCommand(string ChannelId, string? AgentId, UploadedFile? File) : ICommand<MediaResponse>, IIdempotent;
