using System.Collections.Frozen;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Health.GetServers;

internal sealed class GetServersQueryHandler(IServerOverview overview, IServerState state, ICaller caller) : IRequestHandler<GetServersQuery, Result<ServersReport>>
{
    public async Task<Result<ServersReport>> Handle(GetServersQuery query, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;
        var servers = await overview.ListServersAsync(cancellationToken);
        var agents = await overview.ListAgentsAsync(cancellationToken);
        var runtime = new RuntimeReport(agents, state.Connections, state.Memory, Math.Round(state.Uptime.TotalSeconds, 3));
        return new ServersReport(servers, runtime, FrozenDictionary<string, string>.Empty);
    }
}
