using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Servers.ListAgentServers;

internal sealed class ListAgentServersQueryValidator : AbstractValidator<ListAgentServersQuery>
{
    public ListAgentServersQueryValidator() => this.PageRules();
}
