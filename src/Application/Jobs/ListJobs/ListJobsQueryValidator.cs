using Eliza.Application.Common;
using Eliza.Domain.Jobs;
using FluentValidation;

namespace Eliza.Application.Jobs.ListJobs;

internal sealed class ListJobsQueryValidator : AbstractValidator<ListJobsQuery>
{
    public ListJobsQueryValidator()
    {
        this.PageRules();
        RuleFor(query => query.Status).Optional(JobStatuses.Parse);
    }
}
