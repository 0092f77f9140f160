using FluentValidation;

namespace Eliza.Application.Channels.RemoveParticipant;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class RemoveParticipantCommandValidator : AbstractValidator<RemoveParticipantCommand>;
