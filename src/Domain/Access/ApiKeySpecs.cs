using Eliza.Domain.Common;

namespace Eliza.Domain.Access;

/// <summary>A page of all keys, oldest first, those that have ended among them.</summary>
public sealed class ApiKeysPage : Specification<ApiKey>
{
    public ApiKeysPage(int limit, int offset) =>
        Query.OrderBy(key => key.CreatedAt).OrderBy(key => key.Id).Skip(offset).Take(limit);
}
