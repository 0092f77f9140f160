using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ListAgentGrants;

internal sealed class ListAgentGrantsQueryValidator : AbstractValidator<ListAgentGrantsQuery>
{
    public ListAgentGrantsQueryValidator() => this.PageRules();
}
