using Eliza.Application.Agents;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.IssueToken;

internal sealed class IssueTokenCommandHandler(IUserTokens tokens, IAgentDirectory agents, ICaller caller)
    : IRequestHandler<IssueTokenCommand, Result<IssuedToken>>
{
    public async Task<Result<IssuedToken>> Handle(IssueTokenCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.TokensIssue)) return CommonErrors.Forbidden;

        var user = ActorId.From(command.UserId!);
        if (await agents.FindAsync(user, cancellationToken) is not null) return CommonErrors.Invalid(nameof(command.UserId), AccessErrors.NotAPerson);

        var name = command.Name is null ? null : DisplayName.From(command.Name);
        return tokens.Issue(user, name, TimeSpan.FromSeconds(command.ExpiresInSeconds ?? Lifetimes.DefaultTokenSeconds));
    }
}
