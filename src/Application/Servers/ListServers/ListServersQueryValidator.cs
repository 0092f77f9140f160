using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Servers.ListServers;

internal sealed class ListServersQueryValidator : AbstractValidator<ListServersQuery>
{
    public ListServersQueryValidator() => this.PageRules();
}
