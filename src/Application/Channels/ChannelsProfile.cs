using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Channels;
using Eliza.Domain.Common;

namespace Eliza.Application.Channels;

internal sealed class ChannelsProfile : Profile
{
    public ChannelsProfile()
    {
        CreateMap<Channel, ChannelResponse>()
            .ForCtorParam(nameof(ChannelResponse.Id), map => map.MapFrom(channel => channel.Id.Value))
            .ForCtorParam(nameof(ChannelResponse.Name), map => map.MapFrom(channel => channel.Name.Value))
            .ForCtorParam(nameof(ChannelResponse.ServerId), map => map.MapFrom(channel => channel.ServerId.Value))
            .ForCtorParam(nameof(ChannelResponse.Type), map => map.MapFrom(channel => channel.Type.Name()))
            .ForCtorParam(nameof(ChannelResponse.Description), map => map.MapFrom(channel => channel.Description == null ? null : channel.Description.Value))
            .ForCtorParam(nameof(ChannelResponse.Metadata), map => map.MapFrom(channel => new RawJson(channel.Metadata.Json)))
            .ForCtorParam(nameof(ChannelResponse.CreatedAt), map => map.MapFrom(channel => channel.CreatedAt.ToUnixTimeSeconds()))
            .ForCtorParam(nameof(ChannelResponse.UpdatedAt), map => map.MapFrom(channel => channel.UpdatedAt.ToUnixTimeSeconds()))
            .ForCtorParam(nameof(ChannelResponse.SourceType), map => map.MapFrom(channel => channel.Source == null ? null : channel.Source.Type))
            .ForCtorParam(nameof(ChannelResponse.SourceId), map => map.MapFrom(channel => channel.Source == null ? null : channel.Source.Id));

        CreateMap<Participant, ParticipantResponse>()
            .ForCtorParam(nameof(ParticipantResponse.UserId), map => map.MapFrom(participant => participant.ActorId.Value))
            .ForCtorParam(nameof(ParticipantResponse.ChannelId), map => map.MapFrom(participant => participant.ChannelId.Value))
            .ForCtorParam(nameof(ParticipantResponse.Role), map => map.MapFrom(participant => participant.Role.Name()))
            .ForCtorParam(nameof(ParticipantResponse.JoinedAt), map => map.MapFrom(participant => participant.JoinedAt.ToUnixTimeSeconds()))
            .ForCtorParam(nameof(ParticipantResponse.Name), map => map.MapFrom(participant => participant.Name == null ? null : participant.Name.Value))
            .ForCtorParam(nameof(ParticipantResponse.Kind), map => map.MapFrom(participant => participant.Kind == ActorKind.Agent ? "agent" : "user"));
    }
}
