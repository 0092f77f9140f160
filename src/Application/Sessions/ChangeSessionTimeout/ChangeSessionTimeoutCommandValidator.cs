using FluentValidation;

namespace Eliza.Application.Sessions.ChangeSessionTimeout;

internal sealed class ChangeSessionTimeoutCommandValidator : AbstractValidator<ChangeSessionTimeoutCommand>
{
    public ChangeSessionTimeoutCommandValidator(IValidator<SessionTimeoutInput> timeouts) => Include(timeouts);
}
