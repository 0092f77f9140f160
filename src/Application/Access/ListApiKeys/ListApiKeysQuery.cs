using Eliza.Application.Common;

namespace Eliza.Application.Access.ListApiKeys;

/// <summary>A page of all keys, oldest first, without the keys themselves. Admins alone may.</summary>
public sealed record ListApiKeysQuery(int? Limit, int? Offset) : IQuery<Page<ApiKeyResponse>>, IPagedQuery;
