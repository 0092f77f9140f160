using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Agents.FetchInbox;

internal sealed class FetchInboxCommandValidator : AbstractValidator<FetchInboxCommand>
{
    private const int MaxLimit = 20;
    private const int MaxWait = 30;

    public FetchInboxCommandValidator()
    {
        RuleFor(command => command.Limit).Breaks(limit => limit is < 1 or > MaxLimit, $"must be from 1 to {MaxLimit}");
        RuleFor(command => command.WaitSeconds).Breaks(seconds => seconds is < 0 or > MaxWait, $"must be from 0 to {MaxWait}");
        RuleFor(command => command.LeaseSeconds)
            .Breaks(seconds => seconds is < LeaseSeconds.Min or > LeaseSeconds.MaxAtFetch, $"must be from {LeaseSeconds.Min} to {LeaseSeconds.MaxAtFetch}");
    }
}
