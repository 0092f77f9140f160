using FluentValidation;

namespace Eliza.Application.Sessions.KeepTime;

internal sealed class KeepTimeCommandValidator : AbstractValidator<KeepTimeCommand>;
