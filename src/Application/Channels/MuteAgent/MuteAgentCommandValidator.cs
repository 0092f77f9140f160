using FluentValidation;

namespace Eliza.Application.Channels.MuteAgent;

/// <summary>Ids from a path are never malformed: what names nothing is not found.</summary>
internal sealed class MuteAgentCommandValidator : AbstractValidator<MuteAgentCommand>;
