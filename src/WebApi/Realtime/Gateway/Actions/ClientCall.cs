using Eliza.Domain.Common;
using MediatR;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>One event of a client, in a scope of its own that acts for the client.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="Payload">What came with it, of the action's payload type.</param>
/// <param name="Services">The scope.</param>
internal sealed record ClientCall(GatewayClient Client, object Payload, IServiceProvider Services)
{
    public Caller Caller => Client.Caller;

    public Task<Result<T>> SendAsync<T>(IRequest<Result<T>> request, CancellationToken cancellationToken) =>
        Services.GetRequiredService<IMediator>().Send(request, cancellationToken);

    public void Emit(string name, object payload) => Client.Socket.Emit(name, payload);
}
