using Eliza.Domain.Access;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.EnsureBootstrapKey;

internal sealed class EnsureBootstrapKeyCommandHandler(IApiKeyRepository keys, TimeProvider time)
    : IRequestHandler<EnsureBootstrapKeyCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EnsureBootstrapKeyCommand command, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(ApiKey.BootstrapId, cancellationToken);
        if (key is not null && command.Replaces) key.Replace(command.Key, time.GetUtcNow());
        else if (key is null) keys.Add(ApiKey.Bootstrap(command.Key, time.GetUtcNow()));
        return ApiKey.BootstrapId.Value;
    }
}
