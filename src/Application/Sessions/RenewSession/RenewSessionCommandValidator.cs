using FluentValidation;

namespace Eliza.Application.Sessions.RenewSession;

internal sealed class RenewSessionCommandValidator : AbstractValidator<RenewSessionCommand>;
