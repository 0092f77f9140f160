using FluentValidation;

namespace Eliza.Application.Sessions.DeleteSession;

internal sealed class DeleteSessionCommandValidator : AbstractValidator<DeleteSessionCommand>;
