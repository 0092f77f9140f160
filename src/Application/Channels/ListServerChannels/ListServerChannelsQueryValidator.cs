using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Channels.ListServerChannels;

internal sealed class ListServerChannelsQueryValidator : AbstractValidator<ListServerChannelsQuery>
{
    public ListServerChannelsQueryValidator() => this.PageRules();
}
