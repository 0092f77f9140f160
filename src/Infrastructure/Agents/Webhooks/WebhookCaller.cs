using System.Net;
using Microsoft.Extensions.Options;

namespace Eliza.Infrastructure.Agents.Webhooks;

/// <summary>Calls webhooks: whoever makes agents chooses the address, so nothing of ours goes along but the call itself.</summary>
/// <remarks>
/// No proxy, which would look the name up again; no redirect, no cookie, no credential, no trace id. A connection is made
/// anew once in a while, so that an address that has moved is checked again.
/// </remarks>
internal sealed class WebhookCaller : IDisposable
{
    private const int MaxHeadersKilobytes = 16;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private static readonly string Version = typeof(WebhookCaller).Assembly.GetName().Version!.ToString(3);

    private readonly HttpClient _http;

    public WebhookCaller(IOptions<AgentsOptions> options)
        : this(new CheckedConnection(Dns.GetHostAddressesAsync, address => options.Value.AllowPrivateAddresses || PublicAddress.Is(address)))
    {
    }

    internal WebhookCaller(CheckedConnection connection)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connection.ConnectAsync,
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = MaxHeadersKilobytes,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new("Eliza", Version));
        _http.DefaultRequestHeaders.Accept.Add(new("application/json"));
    }

    /// <summary>The answer, once its headers are there; whoever gets it reads its body and disposes it.</summary>
    public Task<HttpResponseMessage> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();
}
