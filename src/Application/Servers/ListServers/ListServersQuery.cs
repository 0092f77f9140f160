using Eliza.Application.Common;

namespace Eliza.Application.Servers.ListServers;

/// <summary>A page of all servers, oldest first.</summary>
public sealed record ListServersQuery(int? Limit, int? Offset) : IQuery<Page<ServerResponse>>, IPagedQuery;
