using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;
using FluentValidation;

namespace Eliza.Application.Channels.SyncChannels;

internal sealed class SyncChannelsCommandValidator : AbstractValidator<SyncChannelsCommand>
{
    private const int Most = 100;

    public SyncChannelsCommandValidator()
    {
        RuleFor(command => command.Channels).Required(AtMost);
        RuleForEach(command => command.Channels).Breaks(channel => channel is null, "must be an object");
        RuleForEach(command => command.Channels).ChildRules(channel =>
        {
            channel.When(IsDirect, () => channel.RuleFor(one => one!.Name).Optional(Description.Create))
                .Otherwise(() => channel.RuleFor(one => one!.Name).Required(ChannelName.Create));
            channel.RuleFor(one => one!.Type).Optional(ChannelTypes.Parse);
            channel.RuleFor(one => one!.SourceId).Required(Source.CreateId);
        });
    }

    private static Result<int> AtMost(IReadOnlyList<PlatformChannel?> channels) =>
        channels.Count <= Most ? channels.Count : Error.Rule("Channel.TooManyToSync", $"must hold at most {Most} channels");

    private static bool IsDirect(PlatformChannel? channel) => ChannelTypes.Parse(channel?.Type) is { IsSuccess: true, Value: ChannelType.Dm };
}
