using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using MediatR;

namespace Eliza.Application.Platforms.IngestExternal;

internal sealed class IngestExternalCommandHandler(ICaller caller, RoomIntake rooms, PlatformIntake platforms)
    : IRequestHandler<IngestExternalCommand, Result<IngestedMessages>>
{
    public Task<Result<IngestedMessages>> Handle(IngestExternalCommand command, CancellationToken cancellationToken) =>
        command.Messages is null ? TakeOneAsync(command, cancellationToken) : TakeManyAsync(command, cancellationToken);

    private async Task<Result<IngestedMessages>> TakeOneAsync(IngestExternalCommand command, CancellationToken cancellationToken)
    {
        var platform = PlatformNames.Parse(command.SourceType!).Value;
        var content = new ExternalContent(platform, command.Text!, command.Metadata, command.Attachments, command.RawMessage);
        var room = FieldRules.Uuid(command.RoomId!).Value;
        var message = new RoomMessage(ActorId.From(command.AgentId!), room, ActorId.From(command.UserId!), command.SourceId!, content);
        var taken = await rooms.TakeInAsync(caller.Current, message, cancellationToken);
        return taken.Error is { } error ? error : new IngestedMessages(taken.Value.MessageId.Value, taken.Value.ChannelId.Value, Processed: 1);
    }

    private async Task<Result<IngestedMessages>> TakeManyAsync(IngestExternalCommand command, CancellationToken cancellationToken)
    {
        var platform = PlatformNames.Parse(command.Platform!).Value;
        var room = Source.Create(platform, command.ChannelId!).Value;
        PlatformItem[] items = [.. command.Messages!.Select(message => ItemOf(platform, message!))];
        var taken = await platforms.TakeInAsync(caller.Current, room, items, cancellationToken);
        return taken.Error is { } error ? error : new IngestedMessages(MessageId: null, taken.Value.ChannelId.Value, items.Length);
    }

    /// <summary>The platform's own time of the message is kept with it, unseen: ours is when it came in.</summary>
    private static PlatformItem ItemOf(string platform, PlatformMessageInput message)
    {
        JsonElement? raw = message.Timestamp is { } timestamp ? JsonSerializer.SerializeToElement(new { timestamp }) : null;
        return new PlatformItem(message.Id!, message.AuthorId!, new ExternalContent(platform, message.Content!, message.Metadata, message.Attachments, raw));
    }
}
