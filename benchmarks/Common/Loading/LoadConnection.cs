using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Eliza.Benchmarks.Common.Loading;

/// <summary>One kept-alive connection, for one request after the other.</summary>
internal sealed class LoadConnection : IDisposable
{
    /// <summary>Most answers are smaller; where one is not, the buffer grows once.</summary>
    private const int BufferSize = 16 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _request;
    private readonly RequestTemplate _template;
    private readonly Targets _targets;
    private byte[] _received = new byte[BufferSize];

    private LoadConnection(RequestTemplate template, Targets targets) => (_template, _targets, _request) = (template, targets, template.Copy());

    public static async Task<LoadConnection> OpenAsync(Uri server, RequestTemplate template, Targets targets)
    {
        var connection = new LoadConnection(template, targets);
        await connection._socket.ConnectAsync(IPAddress.Parse(server.Host), server.Port);
        return connection;
    }

    /// <summary>Sends the request about one target, and returns the status of the answer once that is whole.</summary>
    /// <exception cref="IOException">The server closed the connection.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> RequestAsync(int target)
    {
        _template.Fill(_request, _targets.TextOf(target));
        await _socket.SendAsync(_request.AsMemory());
        var length = 0;
        while (true)
        {
            if (length == _received.Length) Array.Resize(ref _received, 2 * length);
            var count = await _socket.ReceiveAsync(_received.AsMemory(length));
            if (count == 0) throw new IOException("The server closed a connection.");
            length += count;
            if (ResponseReader.TryRead(_received.AsSpan(0, length), out var status)) return status;
        }
    }

    public void Dispose() => _socket.Dispose();
}
