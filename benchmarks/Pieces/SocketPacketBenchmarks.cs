using BenchmarkDotNet.Attributes;
using Eliza.Application.Feeds;
using Eliza.WebApi.Realtime.EngineIo;
using Eliza.WebApi.Realtime.SocketIo;
using Eliza.WebApi.Responses;

namespace Eliza.Benchmarks.Pieces;

/// <summary>What a message costs on Socket.IO: once for all who listen to it, and once for the one who sends it.</summary>
[MemoryDiagnoser]
public class SocketPacketBenchmarks
{
    private const int MaxBytes = 1_000_000;

    private readonly SocketPacketWriter _writer = new(Json.Options);
    private readonly SocketDecoder _decoder = new(new SocketOptions { Json = Json.Options }, MaxBytes);
    private readonly EngineMessage _received = new(Samples.Packet, IsBinary: false);
    private readonly object?[] _values = [Samples.Broadcast];

    [GlobalSetup]
    public void Check()
    {
        if (!DecodeEvent()) throw new InvalidOperationException("The packet that is to be measured is refused.");
    }

    [Benchmark]
    public int EncodeEvent() => _writer.Event(FeedEvents.MessageBroadcast, _values, target: "/", id: null).Length;

    [Benchmark]
    public bool DecodeEvent() => _decoder.TryTake(_received, out var packet) && packet is not null;
}
