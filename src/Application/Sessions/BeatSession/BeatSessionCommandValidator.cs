using FluentValidation;

namespace Eliza.Application.Sessions.BeatSession;

internal sealed class BeatSessionCommandValidator : AbstractValidator<BeatSessionCommand>;
