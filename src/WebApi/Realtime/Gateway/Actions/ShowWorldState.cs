using Eliza.Application.Channels.GetChannel;
using Eliza.Application.Channels.ListChannelAgents;
using Eliza.Application.Channels.ListParticipants;
using Eliza.Application.Messages.ListMessages;
using Eliza.Domain.Common;

namespace Eliza.WebApi.Realtime.Gateway.Actions;

/// <summary>Tells how a channel stands, by ids: itself, its agents and people, the newest of its messages; a page of each. It counts as four requests.</summary>
internal sealed class ShowWorldState : IClientAction
{
    public IReadOnlyCollection<string> Names { get; } = ["request-world-state"];

    public Type PayloadType => typeof(RoomPayload);

    public bool IsCounted => true;

    public async Task<Result<object>> HandleAsync(ClientCall call, CancellationToken cancellationToken)
    {
        var named = ((RoomPayload)call.Payload).Room;
        var room = named ?? "";
        var channel = await call.SendAsync(new GetChannelQuery(room), cancellationToken);
        if (channel.Error is { } noChannel) return named is null && noChannel.Kind is ErrorKind.NotFound ? GatewayErrors.MissingRoom : noChannel;
        var agents = await call.SendAsync(new ListChannelAgentsQuery(room, Limit: null, Offset: null), cancellationToken);
        if (agents.Error is { } noAgents) return noAgents;
        var users = await call.SendAsync(new ListParticipantsQuery(room, Limit: null, Offset: null), cancellationToken);
        if (users.Error is { } noUsers) return noUsers;
        var messages = await call.SendAsync(new ListMessagesQuery(room, Limit: null, Offset: null, Before: null, After: null), cancellationToken);
        if (messages.Error is { } noMessages) return noMessages;

        var state = new
        {
            agents = agents.Value.Items.ToDictionary(agent => agent.Id),
            users = users.Value.Items.ToDictionary(user => user.UserId),
            channels = new Dictionary<string, object> { [room] = channel.Value },
            messages = messages.Value.Items.ToDictionary(message => $"{message.Id}"),
        };
        call.Emit(GatewayEvents.WorldState, state);
        return state;
    }
}
