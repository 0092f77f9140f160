using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Channels.ListChannelAgents;

internal sealed class ListChannelAgentsQueryValidator : AbstractValidator<ListChannelAgentsQuery>
{
    public ListChannelAgentsQueryValidator() => this.PageRules();
}
