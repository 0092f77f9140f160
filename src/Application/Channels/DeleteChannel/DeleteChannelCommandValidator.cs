using FluentValidation;

namespace Eliza.Application.Channels.DeleteChannel;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class DeleteChannelCommandValidator : AbstractValidator<DeleteChannelCommand>;
