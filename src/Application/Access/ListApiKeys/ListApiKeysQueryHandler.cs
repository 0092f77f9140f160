using Eliza.Application.Common;
using Eliza.Domain.Access;
using Eliza.Domain.Common;
using MediatR;

namespace Eliza.Application.Access.ListApiKeys;

internal sealed class ListApiKeysQueryHandler(IReadRepository<ApiKey> keys, ICaller caller)
    : IRequestHandler<ListApiKeysQuery, Result<Page<ApiKeyResponse>>>
{
    public async Task<Result<Page<ApiKeyResponse>>> Handle(ListApiKeysQuery query, CancellationToken cancellationToken)
    {
        if (!caller.May(Scopes.Admin)) return CommonErrors.Forbidden;
        return await keys.PageAsync<ApiKey, ApiKeyResponse>(new ApiKeysPage(query.LimitOrDefault(), query.OffsetOrDefault()), query, cancellationToken);
    }
}
