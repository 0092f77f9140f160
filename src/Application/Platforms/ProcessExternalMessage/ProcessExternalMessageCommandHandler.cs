using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Domain.Platforms;
using MediatR;

namespace Eliza.Application.Platforms.ProcessExternalMessage;

internal sealed class ProcessExternalMessageCommandHandler(ICaller caller, PlatformIntake intake)
    : IRequestHandler<ProcessExternalMessageCommand, Result<ExternalMessageResponse>>
{
    public async Task<Result<ExternalMessageResponse>> Handle(ProcessExternalMessageCommand command, CancellationToken cancellationToken)
    {
        var platform = PlatformNames.Parse(command.Platform!).Value;
        var content = new ExternalContent(platform, command.Content!, command.Metadata, command.Attachments);
        var room = Source.Create(platform, command.ChannelId!).Value;
        var taken = await intake.TakeInAsync(
            caller.Current, room, [new PlatformItem(command.MessageId!, command.UserId!, content)], cancellationToken);
        if (taken.Error is { } error) return error;

        var (channel, message, user, agent) = taken.Value;
        return new ExternalMessageResponse(message.Value, Response: null, channel.Value, user.Value, agent.Value);
    }
}
