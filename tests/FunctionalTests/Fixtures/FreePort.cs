using System.Net;
using System.Net.Sockets;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Ports of the loopback for servers that cannot choose one themselves and say which.</summary>
internal static class FreePort
{
    /// <summary>One that nobody listened on a moment ago.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
