using AutoMapper;
using Eliza.Domain.Agents;

namespace Eliza.Application.Agents;

internal sealed class AgentsProfile : Profile
{
    public AgentsProfile()
    {
        CreateMap<Agent, AgentResponse>()
            .ForCtorParam(nameof(AgentResponse.Id), map => map.MapFrom(agent => agent.Id.Value))
            .ForCtorParam(nameof(AgentResponse.Name), map => map.MapFrom(agent => agent.Name.Value))
            .ForCtorParam(nameof(AgentResponse.Status), map => map.MapFrom(agent => agent.IsActive ? "active" : "inactive"))
            .ForCtorParam(nameof(AgentResponse.Kind), map => map.MapFrom(agent => agent.Kind.Value))
            .ForCtorParam(nameof(AgentResponse.CreatedAt), map => map.MapFrom(agent => agent.CreatedAt.ToUnixTimeSeconds()));

        CreateMap<AgentGrant, AgentGrantResponse>()
            .ForCtorParam(nameof(AgentGrantResponse.AgentId), map => map.MapFrom(grant => grant.AgentId.Value))
            .ForCtorParam(nameof(AgentGrantResponse.UserId), map => map.MapFrom(grant => grant.UserId.Value))
            .ForCtorParam(nameof(AgentGrantResponse.CreatedAt), map => map.MapFrom(grant => grant.CreatedAt.ToUnixTimeSeconds()));
    }
}
