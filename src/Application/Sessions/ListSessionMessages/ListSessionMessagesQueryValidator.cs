using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.ListSessionMessages;

internal sealed class ListSessionMessagesQueryValidator : AbstractValidator<ListSessionMessagesQuery>
{
    public ListSessionMessagesQueryValidator()
    {
        RuleFor(query => query.Limit).PageLimit();
        RuleFor(query => query.Before).Optional(SessionCursor.Parse);
        RuleFor(query => query.After).Optional(SessionCursor.Parse);
    }
}
