using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Access.ListApiKeys;

internal sealed class ListApiKeysQueryValidator : AbstractValidator<ListApiKeysQuery>
{
    public ListApiKeysQueryValidator() => this.PageRules();
}
