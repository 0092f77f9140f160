using FluentValidation;

namespace Eliza.Application.Messages.DeleteMessage;

/// <summary>Both ids stand in the path: what is no id names nothing.</summary>
internal sealed class DeleteMessageCommandValidator : AbstractValidator<DeleteMessageCommand>;
