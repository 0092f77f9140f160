using FluentValidation;

namespace Eliza.Application.Messages.ClearMessages;

/// <summary>The channel's id stands in the path: what is no id names nothing.</summary>
internal sealed class ClearMessagesCommandValidator : AbstractValidator<ClearMessagesCommand>;
