using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>A bare connection, for requests that no decent client would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient _tcp = new();
    private NetworkStream _stream = null!;

    /// <summary>Whether the server has asked for the body of a request that expected to be asked.</summary>
    public bool WasAskedToContinue { get; private set; }

    public static async Task<RawConnection> OpenAsync(int port)
    {
        var connection = new RawConnection();
        await connection._tcp.ConnectAsync("127.0.0.1", port, TestContext.Current.CancellationToken);
        connection._stream = connection._tcp.GetStream();
        return connection;
    }

    /// <summary>Sends bytes; a server that has heard enough may have closed already, which is its right.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        try
        {
            await _stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Its answer, if any, is read afterwards.
        }
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Says that nothing more will be sent, and listens on.</summary>
    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>
    /// Reads one answer; null when the server closed without one, or in the middle of it: a line that is closed while bytes
    /// of the request are still on their way is reset, and a reset takes with it what was not read yet.
    /// </summary>
    /// <param name="body">What to send when the server asks for it, which is not an answer yet.</param>
    public async Task<Answer?> ReadAsync(string body = "")
    {
        Answer? answer;
        try
        {
            answer = await ReadOneAsync();
        }
        catch (IOException)
        {
            return null;
        }
        if (answer is not { Status: < 200 }) return answer;
        WasAskedToContinue = true;
        await SendAsync(body);
        return await ReadAsync();
    }

    /// <summary>Whether the server has closed the connection and nothing more comes.</summary>
    public async Task<bool> HasEndedAsync() => await ReadByteAsync() < 0;

    public void Dispose() => _tcp.Dispose();

    private async Task<Answer?> ReadOneAsync()
    {
        if (await ReadLineAsync() is not { Length: > 0 } status) return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync() is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }
        status.ShouldStartWith("HTTP/1.1 ");
        var code = int.Parse(status.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var body = headers.ContainsKey("Transfer-Encoding") ? await ReadChunksAsync()
            : headers.TryGetValue("Content-Length", out var length) ? await ReadBytesAsync(int.Parse(length, CultureInfo.InvariantCulture))
            : [];
        return new Answer(code, Encoding.UTF8.GetString(body), headers);
    }

    private async Task<byte[]> ReadChunksAsync()
    {
        var body = new List<byte>();
        while (int.Parse(await ReadLineAsync() ?? throw new EndOfStreamException(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            body.AddRange(await ReadBytesAsync(length));
            await ReadLineAsync();
        }
        await ReadLineAsync();
        return [.. body];
    }

    private async Task<byte[]> ReadBytesAsync(int length)
    {
        var bytes = new byte[length];
        using var patience = new CancellationTokenSource(Patience);
        await _stream.ReadExactlyAsync(bytes, patience.Token);
        return bytes;
    }

    private async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (await ReadByteAsync() is >= 0 and var read)
        {
            if (read == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)read);
        }
        return line.Length == 0 ? null : line.ToString();
    }

    private async Task<int> ReadByteAsync()
    {
        var one = new byte[1];
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await _stream.ReadAsync(one, patience.Token) == 0 ? -1 : one[0];
        }
        catch (IOException)
        {
            return -1;
        }
    }
}
