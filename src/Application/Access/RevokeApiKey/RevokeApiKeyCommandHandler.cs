using AutoMapper;
using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.RevokeApiKey;

internal sealed class RevokeApiKeyCommandHandler(IApiKeyRepository keys, ICaller caller, TimeProvider time, IMapper mapper)
    : IRequestHandler<RevokeApiKeyCommand, Result<ApiKeyResponse>>
{
    public async Task<Result<ApiKeyResponse>> Handle(RevokeApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(command.KeyId, cancellationToken) is not { } key) return ApiKeyErrors.NotFound(command.KeyId);
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;

        key.Revoke(time.GetUtcNow());
        return mapper.Map<ApiKeyResponse>(key);
    }
}
