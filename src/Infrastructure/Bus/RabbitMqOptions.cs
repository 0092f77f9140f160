using System.Buffers;
using System.Net.Security;
using RabbitMQ.Client;

namespace Eliza.Infrastructure.Bus;

/// <summary>The section <c>Bus:RabbitMq</c> of the configuration.</summary>
internal sealed class RabbitMqOptions
{
    private const int MaxExchangeLength = 127;

    /// <summary>How the broker begins the names that it keeps for itself.</summary>
    private const string Reserved = "amq.";

    private static readonly SearchValues<char> AllowedInExchange =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    /// <summary>Where the broker is: <c>amqp://user:password@host:5672/vhost</c>, or <c>amqps</c>. It holds a password: never log it.</summary>
    public string? Uri { get; set; }

    /// <summary>By which name the nodes of one installation find each other; another one for each installation that shares the broker.</summary>
    public string Exchange { get; set; } = "eliza.hints";

    public bool IsUriAllowed
    {
        get
        {
            if (!System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) || uri is not { Query: "", Fragment: "", Host.Length: > 0 }) return false;
            try
            {
                return uri.Scheme is "amqp" or "amqps" && Factory() is not null;
            }
            catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or OverflowException)
            {
                return false;
            }
        }
    }

    public bool IsExchangeAllowed => Exchange.Length is > 0 and <= MaxExchangeLength
        && !Exchange.AsSpan().ContainsAnyExcept(AllowedInExchange) && !Exchange.StartsWith(Reserved, StringComparison.Ordinal);

    /// <summary>The broker's host and port, for the log.</summary>
    public string Endpoint
    {
        get
        {
            var factory = Factory();
            return $"{factory.HostName}:{factory.Endpoint.Port}";
        }
    }

    /// <summary>What connects to the broker. It does not mend a lost connection: who lost one has missed something, and must know.</summary>
    /// <exception cref="ArgumentException">The address cannot be read.</exception>
    public ConnectionFactory Factory()
    {
        var uri = new Uri(Uri!);
        var factory = new ConnectionFactory
        {
            Uri = uri,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            ContinuationTimeout = TimeSpan.FromSeconds(5),
            HandshakeContinuationTimeout = TimeSpan.FromSeconds(5),
            SocketReadTimeout = TimeSpan.FromSeconds(15),
            SocketWriteTimeout = TimeSpan.FromSeconds(15),
            ClientProvidedName = "eliza",
        };

        // The client takes an amqps address for leave to accept any host's certificate.
        factory.Ssl.ServerName = uri.Host;
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.None;
        return factory;
    }

    /// <summary>Not the address: this may end up in a log.</summary>
    public override string ToString() => $"exchange {Exchange}";
}
