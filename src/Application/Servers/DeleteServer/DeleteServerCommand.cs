using Eliza.Application.Common;

namespace Eliza.Application.Servers.DeleteServer;

/// <summary>Deletes a server with its channels and all that is in them; the default server is kept.</summary>
/// <param name="ServerId">From the path, as the client wrote it.</param>
public sealed record DeleteServerCommand(string ServerId) : ICommand<ServerLink>;
