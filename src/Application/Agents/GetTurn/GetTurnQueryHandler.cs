using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Agents.GetTurn;

internal sealed class GetTurnQueryHandler(IAgentTurns turns) : IRequestHandler<GetTurnQuery, Result<TurnOfRun>>
{
    public async Task<Result<TurnOfRun>> Handle(GetTurnQuery query, CancellationToken cancellationToken) =>
        new TurnOfRun(await turns.FindAsync(query.RunId, cancellationToken));
}
