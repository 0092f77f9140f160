using Eliza.Application.Common;
using Eliza.Application.Feeds;
using FluentValidation;

namespace Eliza.Application.Channels.FollowChannel;

internal sealed class FollowChannelQueryValidator : AbstractValidator<FollowChannelQuery>
{
    public FollowChannelQueryValidator() => RuleFor(query => query.After).Optional(FeedCursor.Parse);
}
