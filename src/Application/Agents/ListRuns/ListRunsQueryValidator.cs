using Eliza.Application.Common;
using Eliza.Domain.Agents;
using FluentValidation;

namespace Eliza.Application.Agents.ListRuns;

internal sealed class ListRunsQueryValidator : AbstractValidator<ListRunsQuery>
{
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public ListRunsQueryValidator()
    {
        this.PageRules();
        RuleFor(query => query.RoomId).Optional(FieldRules.Uuid);
        RuleFor(query => query.Status).Optional(AgentRunStatuses.Meaning);
        RuleFor(query => query.From).Breaks(IsNoMoment, "must be a time in Unix milliseconds");
        RuleFor(query => query.To).Breaks(IsNoMoment, "must be a time in Unix milliseconds");
    }

    private static bool IsNoMoment(long? moment) => moment < 0 || moment > Latest;
}
