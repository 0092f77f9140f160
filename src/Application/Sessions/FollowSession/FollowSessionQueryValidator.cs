using Eliza.Application.Common;
using Eliza.Application.Feeds;
using FluentValidation;

namespace Eliza.Application.Sessions.FollowSession;

internal sealed class FollowSessionQueryValidator : AbstractValidator<FollowSessionQuery>
{
    public FollowSessionQueryValidator() => RuleFor(query => query.After).Optional(FeedCursor.Parse);
}
