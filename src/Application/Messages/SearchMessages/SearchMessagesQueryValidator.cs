using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Messages;
using FluentValidation;

namespace Eliza.Application.Messages.SearchMessages;

internal sealed class SearchMessagesQueryValidator : AbstractValidator<SearchMessagesQuery>
{
    public SearchMessagesQueryValidator()
    {
        this.PageRules();
        RuleFor(query => query.Offset).Breaks(offset => offset > SearchCriteria.MaxTotal, $"must be at most {SearchCriteria.MaxTotal}");
        RuleFor(query => query.Query).Optional(SearchText.Create);
        RuleFor(query => query.Query)
            .Breaks(text => text is null, "or another filter is required")
            .When(query => query is { ChannelId: null, AuthorId: null, From: null, To: null });
        RuleFor(query => query.ChannelId).Optional(FieldRules.Uuid);
        RuleFor(query => query.AuthorId).Optional(ActorId.Create);
        RuleFor(query => query.From).Optional(Moment.Parse);
        RuleFor(query => query.To).Optional(Moment.Parse);
    }
}
