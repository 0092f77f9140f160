using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>A page of all servers, oldest first.</summary>
public sealed class AllServersPage : Specification<Server>
{
    public AllServersPage(int limit, int offset) =>
        Query.OrderBy(server => server.CreatedAt).OrderBy(server => server.Id).Skip(offset).Take(limit);
}
