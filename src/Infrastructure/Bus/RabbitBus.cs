using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client.Exceptions;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// Tells the other nodes what waits in the line, and hears what they tell, by a RabbitMQ broker. Nothing depends on the broker: while it is
/// away each node finds in the database what it is not told, and the bus tries again and again to connect.
/// </summary>
internal sealed partial class RabbitBus(
    HintLine line, HintReceiver receiver, IOptions<BusOptions> options, TimeProvider time, ILogger<RabbitBus> logger) : BackgroundService
{
    /// <summary>How long the broker may take for a message.</summary>
    internal static readonly TimeSpan PublishPatience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// So often it shows by an empty message that it lives, to those who might have missed its last one as well; and looks whether it hears itself: where the
    /// exchange was removed, and made anew by another node, the broker takes its messages and nobody tells it that its queue hangs on nothing.
    /// </summary>
    internal static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    /// <summary>How long what is left may take at the end.</summary>
    internal static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(2);

    private readonly BackOff _backOff = new();
    private long _number;
    private bool _wasConnected;
    private bool _hasComplained;
    private volatile bool _isConnected;

    /// <summary>Whether this node hears the others, and they it.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>Who was stopped before it may have taken all the time that the server has for its stop: what is left to tell has a little of its own.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { } serving) await serving.WaitAsync(LastPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.HasOtherNodes) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var session = await RabbitSession.OpenAsync(options.Value.RabbitMq, receiver, stoppingToken);
                await ServeAsync(session, stoppingToken);
            }
            catch (Exception exception)
            {
                if (stoppingToken.IsCancellationRequested) return;
                if (!_hasComplained) NotConnected(options.Value.RabbitMq.Endpoint, ReasonOf(exception));
                _hasComplained = true;
            }
            finally
            {
                _isConnected = false;
            }
            await Task.Delay(_backOff.Next(), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until the connection is lost, of which it throws, or the server stops.</summary>
    private async Task ServeAsync(RabbitSession session, CancellationToken stoppingToken)
    {
        // Says nothing, and shows by its number to those who have heard this node before whether they have missed anything.
        await PublishAsync(session, new HintBatch([], HasGap: false), PublishPatience);
        _backOff.Reset();
        _isConnected = true;
        _hasComplained = false;
        Connected(options.Value.RabbitMq.Endpoint);
        if (_wasConnected) BusMeter.Reconnected();
        _wasConnected = true;

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, session.Lost);
        var (said, saidAt) = (_number, time.GetTimestamp());
        try
        {
            while (true)
            {
                await WaitAsync(SignOfLife - time.GetElapsedTime(saidAt), end.Token);
                var batch = line.Take();
                if (batch.HasGap || batch.Hints.Count > 0) await PublishAsync(session, batch, PublishPatience);
                if (time.GetElapsedTime(saidAt) < SignOfLife) continue;
                if (receiver.Own < said)
                {
                    Deaf();
                    return;
                }
                await PublishAsync(session, new HintBatch([], HasGap: false), PublishPatience);
                (said, saidAt) = (_number, time.GetTimestamp());
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested && !session.Lost.IsCancellationRequested)
        {
            await PublishRestAsync(session);
        }
    }

    /// <summary>Waits until there may be something to tell, or that long.</summary>
    private async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero) return;
        using var late = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await line.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time for a sign of life.
        }
    }

    private async Task PublishRestAsync(RabbitSession session)
    {
        var began = time.GetTimestamp();
        while (line.Take() is { Hints.Count: > 0 } batch && LastPatience - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            await PublishAsync(session, batch, left);
    }

    /// <summary>Throws when the broker does not take it. That number is not used again: whoever hears the next one knows that this was missed.</summary>
    private async Task PublishAsync(RabbitSession session, HintBatch batch, TimeSpan patience)
    {
        _number += batch.HasGap ? 2 : 1;
        using var late = new CancellationTokenSource(patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, session.Lost);
        try
        {
            await session.PublishAsync(_number, NodeHintJson.Write(batch.Hints), end.Token);
            BusMeter.Published(batch.Hints.Count);
        }
        catch (Exception)
        {
            BusMeter.Dropped(batch.Hints.Count);
            throw;
        }
    }

    /// <summary>Not the messages of exceptions: they are others', and may hold what was sent or where to. What the broker says itself when it refuses holds neither.</summary>
    private static string ReasonOf(Exception exception) =>
        exception is OperationCanceledException ? "it was lost, or was too slow"
        : exception is OperationInterruptedException { ShutdownReason.ReplyText: { Length: > 0 } said } ? said
        : exception.InnerException is { } inner ? $"{exception.GetType().Name}, {ReasonOf(inner)}" : exception.GetType().Name;

    [LoggerMessage(62, LogLevel.Information, "Connected with the broker at {Endpoint}: other nodes are told at once what happens here")]
    private partial void Connected(string endpoint);

    [LoggerMessage(69, LogLevel.Warning, "The broker takes what this node tells, and does not bring it back: its exchange was made anew. Connecting again")]
    private partial void Deaf();

    [LoggerMessage(63, LogLevel.Warning, "No connection with the broker at {Endpoint} ({Reason}); trying again. Until then nodes find in the database what others did")]
    private partial void NotConnected(string endpoint, string reason);
}
