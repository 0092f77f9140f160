using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.StopServer;

internal sealed class StopServerCommandHandler(IServerStop stop, ICaller caller) : IRequestHandler<StopServerCommand, Result<StopReport>>
{
    public Task<Result<StopReport>> Handle(StopServerCommand command, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.Admin)) return Task.FromResult<Result<StopReport>>(CommonErrors.Forbidden);
        stop.Request();
        return Task.FromResult<Result<StopReport>>(new StopReport(Stopping: true));
    }
}
