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
            .ForCtorParam(nameof(AgentResponse.CreatedAt), map => map.MapFrom(agent => agent.CreatedAt.ToUnixTimeSeconds()))
            .ForMember(response => response.UpdatedAt, map => map.MapFrom(agent => agent.UpdatedAt.ToUnixTimeSeconds()))
            .ForMember(response => response.Enabled, map => map.MapFrom(agent => agent.IsActive))
            .ForMember(response => response.ReplyPolicy, map => map.MapFrom(agent => agent.ReplyPolicy.Name()))
            .ForMember(response => response.System, map => map.MapFrom(agent => agent.Settings.System))
            .ForMember(response => response.Settings, map => map.MapFrom(agent => CharacterFields.SettingsOf(agent.Settings, agent.Character.Json)))
            .ForMember(response => response.Character, map =>
            {
                map.AllowNull();
                map.MapFrom(agent => CharacterFields.Of(agent.Character.Json));
            })

            // Only whoever makes a secret may show it, once.
            .ForMember(response => response.IssuedSecret, map => map.Ignore());

        CreateMap<AgentGrant, AgentGrantResponse>()
            .ForCtorParam(nameof(AgentGrantResponse.AgentId), map => map.MapFrom(grant => grant.AgentId.Value))
            .ForCtorParam(nameof(AgentGrantResponse.UserId), map => map.MapFrom(grant => grant.UserId.Value))
            .ForCtorParam(nameof(AgentGrantResponse.CreatedAt), map => map.MapFrom(grant => grant.CreatedAt.ToUnixTimeSeconds()));
    }
}
