using System.Net;
using System.Net.Sockets;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>
/// Connects to a host by the addresses that it was checked by. A name is looked up once: if the check and the connection each
/// looked it up, its owner could give the one a public address and the other one of ours.
/// </summary>
/// <param name="resolve">Finds the addresses of a name.</param>
/// <param name="isAllowed">Whether an address may be called.</param>
internal sealed class CheckedConnection(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isAllowed)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host.Trim('[', ']'), context.DnsEndPoint.Port);
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        IPAddress[] allowed = [.. found.Where(isAllowed)];
        if (allowed.Length == 0 && found.Length > 0) throw new RefusedAddressException();
        return await ConnectToOneOfAsync(allowed, port, cancellationToken);
    }

    private static async Task<Stream> ConnectToOneOfAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(address, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                last = exception;
            }
        }
        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }
}
