using Eliza.Domain.Common;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Ends a client's watching of the log; for who does not watch, nothing.</summary>
internal sealed class UnsubscribeLogs : IClientAction
{
    public IReadOnlyCollection<string> Names { get; } = ["unsubscribe_logs"];

    public Type PayloadType => typeof(LogFiltersPayload);

    public bool IsCounted => false;

    public Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        call.Client.LogWatch?.Dispose();
        call.Client.LogWatch = null;
        var confirmed = new { subscribed = false, message = "Unsubscribed from the log" };
        call.Emit(GatewayEvents.LogSubscriptionConfirmed, confirmed);
        return Task.FromResult(Result<object>.Success(confirmed));
    }
}
