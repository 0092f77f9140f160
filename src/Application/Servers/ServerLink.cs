namespace Eliza.Application.Servers;

/// <summary>Which server is meant, when there is no more to tell of it.</summary>
public sealed record ServerLink(Guid MessageServerId);
