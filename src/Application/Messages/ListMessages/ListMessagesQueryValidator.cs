using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Messages.ListMessages;

internal sealed class ListMessagesQueryValidator : AbstractValidator<ListMessagesQuery>
{
    public ListMessagesQueryValidator()
    {
        this.PageRules();
        RuleFor(query => query.Before).Optional(MessageCursor.Parse);
        RuleFor(query => query.After).Optional(MessageCursor.Parse);
        RuleFor(query => query.Offset)
            .Breaks(offset => offset > 0, "cannot be combined with before or after")
            .When(query => query.Before is not null || query.After is not null);
    }
}
