using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Eliza.Infrastructure.Bus;

/// <summary>
/// One connection to the broker, for as long as it lasts: a queue of this node's own, which goes with it, at the exchange that all nodes
/// share. What the node does not take in time the broker drops.
/// </summary>
internal sealed class RabbitSession : IAsyncDisposable
{
    /// <summary>So many messages are on their way to this node at once; the rest waits at the broker, within bounds.</summary>
    private const ushort Prefetch = 32;

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private static readonly Dictionary<string, object?> QueueBounds = new()
    {
        ["x-max-length"] = 1_000,
        ["x-max-length-bytes"] = 32 * 1024 * 1024,
        ["x-overflow"] = "drop-head",
        ["x-message-ttl"] = (int)HintLine.Worth.TotalMilliseconds,
    };

    private readonly CancellationTokenSource _lost = new();
    private readonly IConnection _connection;
    private readonly RabbitMqOptions _options;
    private readonly HintReceiver _receiver;
    private IChannel? _publishing;

    private RabbitSession(IConnection connection, RabbitMqOptions options, HintReceiver receiver)
    {
        (_connection, _options, _receiver) = (connection, options, receiver);
        _connection.ConnectionShutdownAsync += LoseAsync;
    }

    /// <summary>Cancelled when the connection is of no more use.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Connects and listens. Throws whatever keeps it from that.</summary>
    public static async Task<RabbitSession> OpenAsync(RabbitMqOptions options, HintReceiver receiver, CancellationToken cancellationToken)
    {
        var session = new RabbitSession(await options.Factory().CreateConnectionAsync(cancellationToken), options, receiver);
        try
        {
            await session.ListenAsync(cancellationToken);
            return session;
        }
        catch (Exception)
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the broker has taken it. Throws when it has not.</summary>
    /// <param name="number">The message's place among what this node sends.</param>
    public async Task PublishAsync(long number, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties { AppId = _receiver.Node, MessageId = number.ToString(CultureInfo.InvariantCulture), ContentType = "application/json" };
        await _publishing!.BasicPublishAsync(_options.Exchange, "", mandatory: false, properties, body, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _connection.ConnectionShutdownAsync -= LoseAsync;
        try
        {
            await _connection.AbortAsync(ClosePatience);
            await _connection.DisposeAsync();
        }
        catch (Exception)
        {
            // It was lost already, or is now.
        }
        _lost.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        _publishing = await _connection.CreateChannelAsync(confirmed, cancellationToken);
        _publishing.ChannelShutdownAsync += LoseAsync;
        await _publishing.ExchangeDeclareAsync(_options.Exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);

        var hearing = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
        hearing.ChannelShutdownAsync += LoseAsync;
        await hearing.BasicQosAsync(0, Prefetch, global: false, cancellationToken);
        var queue = await hearing.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true, QueueBounds, cancellationToken: cancellationToken);
        await hearing.QueueBindAsync(queue.QueueName, _options.Exchange, "", cancellationToken: cancellationToken);

        // From here on nothing is missed, and nothing is heard yet.
        _receiver.Begin();
        var consumer = new AsyncEventingBasicConsumer(hearing);
        consumer.ReceivedAsync += (_, delivered) => HearAsync(hearing, delivered);
        consumer.UnregisteredAsync += (_, _) => LoseAsync();
        await hearing.BasicConsumeAsync(queue.QueueName, autoAck: false, consumer, cancellationToken);
    }

    private async Task HearAsync(IChannel channel, BasicDeliverEventArgs delivered)
    {
        _receiver.Hear(delivered.BasicProperties.AppId, delivered.BasicProperties.MessageId, delivered.Body);
        try
        {
            await channel.BasicAckAsync(delivered.DeliveryTag, multiple: false, Lost);
        }
        catch (Exception)
        {
            // Then the connection is lost, and with it the queue.
            await LoseAsync();
        }
    }

    private Task LoseAsync(object sender, ShutdownEventArgs reason) => LoseAsync();

    private async Task LoseAsync()
    {
        try
        {
            await _lost.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Closed meanwhile.
        }
    }
}
