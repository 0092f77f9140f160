using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Sessions.ListSessions;

internal sealed class ListSessionsQueryValidator : AbstractValidator<ListSessionsQuery>
{
    public ListSessionsQueryValidator() => this.PageRules();
}
