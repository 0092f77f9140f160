using Eliza.WebApi.Realtime.EngineIo;

namespace Eliza.UnitTests.Realtime.EngineIo;

public sealed class OutgoingQueueTests
{
    private static readonly EnginePacket Four = EnginePacket.Text("abc");

    [Fact]
    public void TryAdd_BeyondTheNumber_AddsNothing()
    {
        var queue = new OutgoingQueue(maxPackets: 3, maxBytes: 1_000);
        queue.TryAdd([Four, Four]).ShouldBeTrue();
        queue.TryAdd([Four, Four]).ShouldBeFalse();
        queue.TryAdd([Four]).ShouldBeTrue();
        queue.TakeAll().Count.ShouldBe(3);
        queue.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void TryAdd_WhenBytesWereTaken_HasRoomAgain()
    {
        var queue = new OutgoingQueue(maxPackets: 100, maxBytes: 8);
        queue.TryAdd([Four, Four]).ShouldBeTrue();
        queue.TryAdd([Four]).ShouldBeFalse();
        queue.TryTake(out _).ShouldBeTrue();
        queue.TryAdd([Four]).ShouldBeTrue();
        queue.Clear();
        queue.TryAdd([Four, Four]).ShouldBeTrue();
    }

    [Fact]
    public void TryTake_OfPackets_KeepsTheirOrder()
    {
        var queue = new OutgoingQueue(1_000, 1_000_000);
        foreach (var number in Enumerable.Range(0, 200)) queue.TryAdd([EnginePacket.Text($"{number}")]);
        foreach (var number in Enumerable.Range(0, 200))
        {
            queue.TryTake(out var packet).ShouldBeTrue();
            packet.Data.Span.SequenceEqual(EnginePacket.Text($"{number}").Data.Span).ShouldBeTrue();
        }
        queue.TryTake(out _).ShouldBeFalse();
    }
}
