using AutoMapper;
using Eliza.Domain.Access;
using Eliza.Domain.Common;

namespace Eliza.Application.Access;

internal sealed class AccessProfile : Profile
{
    public AccessProfile() => CreateMap<ApiKey, ApiKeyResponse>()
        .ForCtorParam(nameof(ApiKeyResponse.Id), map => map.MapFrom(key => key.Id.Value))
        .ForCtorParam(nameof(ApiKeyResponse.Name), map => map.MapFrom(key => key.Name.Value))
        .ForCtorParam(nameof(ApiKeyResponse.Kind), map => map.MapFrom(key => key.Kind.Name()))
        .ForCtorParam(nameof(ApiKeyResponse.AgentId), map => map.MapFrom(key => key.AgentId == null ? null : key.AgentId.Value))
        .ForCtorParam(nameof(ApiKeyResponse.Scopes), map => map.MapFrom(key => key.Scopes.Names()))
        .ForCtorParam(nameof(ApiKeyResponse.Limits), map => map.MapFrom(key => key.RequestsPerMinute == null ? null : new ApiKeyLimits(key.RequestsPerMinute)))
        .ForCtorParam(nameof(ApiKeyResponse.CreatedAt), map => map.MapFrom(key => key.CreatedAt.ToUnixTimeSeconds()))
        .ForCtorParam(nameof(ApiKeyResponse.ExpiresAt), map => map.MapFrom(key => key.ExpiresAt == null ? (long?)null : key.ExpiresAt.Value.ToUnixTimeSeconds()))
        .ForCtorParam(nameof(ApiKeyResponse.RevokedAt), map => map.MapFrom(key => key.RevokedAt == null ? (long?)null : key.RevokedAt.Value.ToUnixTimeSeconds()));
}
