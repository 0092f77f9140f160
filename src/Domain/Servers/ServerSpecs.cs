using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

/// <summary>One server, without its agents.</summary>
public sealed class ServerById : Specification<Server>
{
    public ServerById(ServerId id) => Query.Where(server => server.Id == id);
}

/// <summary>One server with just the agent that the decision is about, if it is a member.</summary>
public sealed class ServerWithAgent : Specification<Server>
{
    public ServerWithAgent(ServerId id, ActorId agent) =>
        Query.Where(server => server.Id == id).Include(server => server.Agents.Where(member => member.AgentId == agent));
}

/// <summary>A page of a server's agents, in the order in which they joined.</summary>
public sealed class AgentsOfServerPage : Specification<ServerAgent>
{
    public AgentsOfServerPage(ServerId server, int limit, int offset) => Query.Where(member => member.ServerId == server)
        .OrderBy(member => member.JoinedAt).OrderBy(member => member.AgentId).Skip(offset).Take(limit);
}

/// <summary>A page of the servers that an agent belongs to, in the order in which it joined them.</summary>
public sealed class ServersOfAgentPage : Specification<ServerAgent>
{
    public ServersOfAgentPage(ActorId agent, int limit, int offset) => Query.Where(member => member.AgentId == agent)
        .OrderBy(member => member.JoinedAt).OrderBy(member => member.ServerId).Skip(offset).Take(limit);
}

/// <summary>A page of all servers, oldest first.</summary>
public sealed class AllServersPage : Specification<Server>
{
    public AllServersPage(int limit, int offset) =>
        Query.OrderBy(server => server.CreatedAt).OrderBy(server => server.Id).Skip(offset).Take(limit);
}
