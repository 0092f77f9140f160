using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Messages.ListEdits;

internal sealed class ListEditsQueryValidator : AbstractValidator<ListEditsQuery>
{
    public ListEditsQueryValidator() => this.PageRules();
}
