using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Servers;

namespace Eliza.Application.Servers;

internal sealed class ServersProfile : Profile
{
    public ServersProfile()
    {
        CreateMap<Server, ServerResponse>()
            .ForCtorParam(nameof(ServerResponse.Id), map => map.MapFrom(server => server.Id.Value))
            .ForCtorParam(nameof(ServerResponse.Name), map => map.MapFrom(server => server.Name.Value))
            .ForCtorParam(nameof(ServerResponse.Description), map => map.MapFrom(server => server.Description == null ? null : server.Description.Value))
            .ForCtorParam(nameof(ServerResponse.Metadata), map => map.MapFrom(server => new RawJson(server.Metadata.Json)))
            .ForCtorParam(nameof(ServerResponse.CreatedAt), map => map.MapFrom(server => server.CreatedAt.ToUnixTimeSeconds()))
            .ForCtorParam(nameof(ServerResponse.UpdatedAt), map => map.MapFrom(server => server.UpdatedAt.ToUnixTimeSeconds()))
            .ForCtorParam(nameof(ServerResponse.SourceType), map => map.MapFrom(server => server.Source == null ? null : server.Source.Type))
            .ForCtorParam(nameof(ServerResponse.SourceId), map => map.MapFrom(server => ServerSource.IdOf(server.Source, server.Id)));

        CreateMap<ServerAgent, ServerAgentLink>()
            .ForCtorParam(nameof(ServerAgentLink.MessageServerId), map => map.MapFrom(member => member.ServerId.Value))
            .ForCtorParam(nameof(ServerAgentLink.AgentId), map => map.MapFrom(member => member.AgentId.Value));
    }
}
