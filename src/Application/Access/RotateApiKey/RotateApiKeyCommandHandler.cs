using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.RotateApiKey;

internal sealed class RotateApiKeyCommandHandler(IApiKeyRepository keys, ICaller caller, TimeProvider time)
    : IRequestHandler<RotateApiKeyCommand, Result<IssuedApiKey>>
{
    public async Task<Result<IssuedApiKey>> Handle(RotateApiKeyCommand command, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(command.KeyId, cancellationToken) is not { } key) return ApiKeyErrors.NotFound(command.KeyId);
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;

        var text = ApiKeyGenerator.Generate(key.Kind);
        var grace = TimeSpan.FromSeconds(command.GracePeriodSeconds ?? 0);
        var lifetime = command.ExpiresInSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var rotated = key.Rotate(text, grace, lifetime, time.GetUtcNow());
        return rotated.Error is { } error ? error : IssuedApiKey.Of(key, text);
    }
}
