namespace Eliza.WebApi.Realtime.SocketIo;

/// <summary>Whether a client may join a namespace: made by <see cref="Accept"/> or <see cref="Refuse"/>.</summary>
internal sealed record ConnectAnswer
{
    private ConnectAnswer()
    {
    }

    /// <summary>The client may join.</summary>
    public static ConnectAnswer Accept { get; } = new();

    /// <summary>Whether the client may join.</summary>
    public bool IsAccepted => Message is null;

    /// <summary>What a refused client is told, or null.</summary>
    public string? Message { get; private init; }

    /// <summary>Anything more that a refused client is told, written as JSON, or null.</summary>
    public object? Data { get; private init; }

    /// <summary>The client may not join, and gets a CONNECT_ERROR with these words.</summary>
    public static ConnectAnswer Refuse(string message, object? data = null) => new() { Message = message, Data = data };
}
