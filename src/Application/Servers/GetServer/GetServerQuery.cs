using Eliza.Application.Common;

namespace Eliza.Application.Servers.GetServer;

/// <summary>One server, without its channels and agents.</summary>
public sealed record GetServerQuery(string ServerId) : IQuery<ServerResponse>;
