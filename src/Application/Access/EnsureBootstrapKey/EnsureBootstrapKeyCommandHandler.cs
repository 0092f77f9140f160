using Eliza.Domain.Access;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.EnsureBootstrapKey;

internal sealed class EnsureBootstrapKeyCommandHandler(IApiKeyRepository keys, TimeProvider time)
    : IRequestHandler<EnsureBootstrapKeyCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EnsureBootstrapKeyCommand command, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(ApiKey.BootstrapId, cancellationToken) is { } key) key.Replace(command.Key, time.GetUtcNow());
        else keys.Add(ApiKey.Bootstrap(command.Key, time.GetUtcNow()));
        return ApiKey.BootstrapId.Value;
    }
}
