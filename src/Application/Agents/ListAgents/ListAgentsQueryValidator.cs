using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.ListAgents;

internal sealed class ListAgentsQueryValidator : AbstractValidator<ListAgentsQuery>
{
    public ListAgentsQueryValidator() => this.PageRules();
}
