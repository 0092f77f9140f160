using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Servers.ListServerAgents;

internal sealed class ListServerAgentsQueryValidator : AbstractValidator<ListServerAgentsQuery>
{
    public ListServerAgentsQueryValidator() => this.PageRules();
}
