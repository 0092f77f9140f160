using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Realtime.Gateway.Logs;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Lets an operator watch the server's log.</summary>
internal sealed class SubscribeLogs(LogStream stream) : IClientAction
{
    public IReadOnlyCollection<string> Names { get; } = ["subscribe_logs"];

    public Type PayloadType => typeof(LogFiltersPayload);

    public bool IsCounted => false;

    public Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        if (!call.Caller.May(Scopes.Admin)) return Task.FromResult<Result<object>>(CommonErrors.Forbidden);
        if (call.Client.LogWatch is null)
        {
            call.Client.LogWatch = new LogWatch(call.Client.Socket, stream);
            stream.Add(call.Client.LogWatch);
        }
        var confirmed = new { subscribed = true, message = "Subscribed to the log" };
        call.Emit(GatewayEvents.LogSubscriptionConfirmed, confirmed);
        return Task.FromResult(Result<object>.Success(confirmed));
    }
}
