using FluentValidation;

namespace Eliza.Benchmarks.Pieces.Pipeline;

internal sealed class TrivialCommandValidator : AbstractValidator<TrivialCommand>
{
    public TrivialCommandValidator() => RuleFor(command => command.Text).NotEmpty();
}
