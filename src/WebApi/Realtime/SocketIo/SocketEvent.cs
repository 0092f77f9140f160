namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>An event that a client emitted.</summary>
/// <param name="socket">Whose client it was.</param>
/// <param name="name">The event's name.</param>
/// <param name="arguments">What came with it.</param>
/// <param name="ackId">The number to acknowledge it with, or null if the client asked for no acknowledgement.</param>
internal sealed class SocketEvent(Socket socket, string name, SocketArguments arguments, long? ackId)
{
    private int _acknowledged;

    /// <summary>The event's name.</summary>
    public string Name => name;

    /// <summary>What came with it.</summary>
    public SocketArguments Arguments => arguments;

    /// <summary>Whether the client waits for an acknowledgement.</summary>
    public bool WantsAck => ackId is not null;

    /// <summary>Acknowledges the event, from any thread, now or later. Does nothing if the client asked for none or has it already.</summary>
    /// <param name="values">Each is written as JSON; bytes in it, also nested, are sent as attachments.</param>
    public void Acknowledge(params object?[] values)
    {
        if (ackId is { } id && Interlocked.Exchange(ref _acknowledged, 1) == 0) socket.SendAck(id, values);
    }
}
