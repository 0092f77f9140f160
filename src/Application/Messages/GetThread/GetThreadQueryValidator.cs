using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Messages.GetThread;

internal sealed class GetThreadQueryValidator : AbstractValidator<GetThreadQuery>
{
    public GetThreadQueryValidator() => this.PageRules();
}
