using System.Collections.Concurrent;
using Eliza.Domain.Common;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Gateway.Logs;
using Eliza.WebApi.Realtime.SocketIo;

namespace Eliza.WebApi.Realtime.Gateway;

/// <summary>A connected client: who it is, and what it listens to.</summary>
internal sealed class GatewayClient(Socket socket, PresentedCredential credential, Caller caller, IDisposable place) : IDisposable
{
    private readonly List<IDisposable> _kept = [place];

    public Socket Socket => socket;

    public PresentedCredential Credential => credential;

    /// <summary>Who it was when it last did something: what its credential allows may change.</summary>
    public Caller Caller { get; set; } = caller;

    /// <summary>What it listens to, by the channels' ids.</summary>
    public ConcurrentDictionary<Guid, RoomListener> Rooms { get; } = new();

    /// <summary>What it sees of the log; null when it does not watch it.</summary>
    public LogWatch? LogWatch { get; set; }

    /// <summary>How many of its events in a row were refused because there were too many.</summary>
    public int RefusedInARow { get; set; }

    /// <summary>Keeps something as long as the connection lasts.</summary>
    public void Keep(IDisposable kept) => _kept.Add(kept);

    /// <summary>What it listens to by a channel's or a session's id; null when it does not.</summary>
    public RoomListener? FindRoom(Guid id) => Rooms.GetValueOrDefault(id) ?? Rooms.Values.FirstOrDefault(room => room.Place.SessionId?.Value == id);

    public void Dispose()
    {
        foreach (var room in Rooms.Values) room.Leave();
        LogWatch?.Dispose();
        foreach (var kept in _kept) kept.Dispose();
    }
}
