using Eliza.Application.Common;
using FluentValidation;

namespace Eliza.Application.Channels.ListParticipants;

internal sealed class ListParticipantsQueryValidator : AbstractValidator<ListParticipantsQuery>
{
    public ListParticipantsQueryValidator() => this.PageRules();
}
