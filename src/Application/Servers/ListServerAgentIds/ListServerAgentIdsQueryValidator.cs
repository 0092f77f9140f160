using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Servers.ListServerAgentIds;

internal sealed class ListServerAgentIdsQueryValidator : AbstractValidator<ListServerAgentIdsQuery>
{
    public ListServerAgentIdsQueryValidator() => this.PageRules();
}
