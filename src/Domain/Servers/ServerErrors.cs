using Eliza.Domain.Common;

namespace Eliza.Domain.Servers;

public static class ServerErrors
{
    public static readonly Error DefaultIsKept = new(
        "Server.DefaultIsKept", ErrorKind.Conflict, "The default server is kept", "The default server always exists and cannot be deleted");

    /// <param name="id">The id as the client wrote it, whatever it was.</param>
    public static Error NotFound(string id) => new(
        "Server.NotFound", ErrorKind.NotFound, "Server not found", $"Server with ID '{id}' does not exist");

    public static Error NoSuchAgent(string agent) => new(
        "Server.NoSuchAgent", ErrorKind.NotFound, "Agent not found", $"Agent with ID '{agent}' is not in the server");
}
