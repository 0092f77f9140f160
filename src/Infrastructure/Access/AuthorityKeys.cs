using Eliza.Application.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Eliza.Infrastructure.Access;

/// <summary>
/// The keys that the authority publishes, by OpenID Connect Discovery. They are kept for as long as it takes to get new
/// ones, so the authority may be down. However many ask, one looks, and not again before a pause.
/// </summary>
internal sealed partial class AuthorityKeys(IOptions<AuthOptions> options, TimeProvider time, ILogger<AuthorityKeys> logger) : IDisposable
{
    /// <summary>Keys are taken back by not publishing them any more, so we look once in a while although all that we are shown is known.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

    /// <summary>What an unknown key may cost the authority: anybody can invent one.</summary>
    public static readonly TimeSpan PauseWithKeys = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(1);

    private const int MaxReasonLength = 300;

    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private readonly Lock _gate = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,

        // What a client said of its trace is not for others.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = TimeSpan.FromSeconds(5),
        MaxResponseContentBufferSize = 1 << 20,
    };

    private Task _look = Task.CompletedTask;
    private long _lookedAt;
    private long _readAt;
    private bool _isFailing;
    private TimeSpan _pause = TimeSpan.Zero;
    private volatile TokenValidationParameters? _rules;

    /// <summary>The rules for the authority's tokens; null while its keys have never been had.</summary>
    public async Task<TokenValidationParameters?> GetAsync(CancellationToken cancellationToken)
    {
        if (_rules is null) return await RefreshAsync(cancellationToken);
        if (time.GetElapsedTime(Interlocked.Read(ref _readAt)) >= Freshness) _ = LookAsync();
        return _rules;
    }

    /// <summary>The same after another look, unless the last one was just now.</summary>
    public async Task<TokenValidationParameters?> RefreshAsync(CancellationToken cancellationToken)
    {
        await LookAsync().WaitAsync(cancellationToken);
        return _rules;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The look that is under way, or a new one if it is time for it. Nobody's cancellation ends it: others may wait for it too.</summary>
    private Task LookAsync()
    {
        lock (_gate)
        {
            if (!_look.IsCompleted || time.GetElapsedTime(_lookedAt) < _pause) return _look;
            Interlocked.Exchange(ref _lookedAt, time.GetTimestamp());
            return _look = Task.Run(ReadKeysAsync);
        }
    }

    private async Task ReadKeysAsync()
    {
        try
        {
            var jwt = options.Value.Jwt;
            var published = await OpenIdConnectConfigurationRetriever.GetAsync(
                jwt.DiscoveryAddress().AbsoluteUri, new AuthorityDocuments(_http), CancellationToken.None);
            if (published.SigningKeys.Count == 0) throw new InvalidDataException("The authority publishes no key.");
            var issuer = jwt.Issuer ?? published.Issuer;
            if (jwt.Issuer is null && !jwt.IsAuthority(issuer)) throw new InvalidDataException("The authority calls itself otherwise than it is configured (Auth:Jwt:Issuer says what it calls itself).");

            // The first unknown key after the first look may be looked for at once.
            _pause = _rules is null ? TimeSpan.Zero : PauseWithKeys;
            Interlocked.Exchange(ref _readAt, time.GetTimestamp());
            _isFailing = false;
            _rules = TokenRules.For([.. published.SigningKeys], Algorithms, issuer, jwt.Audience);
        }
        catch (Exception exception)
        {
            _pause = _rules is null ? PauseWithoutKeys : PauseWithKeys;
            var reason = ReasonOf(exception);
            LookingFailed(_isFailing ? LogLevel.Debug : LogLevel.Warning, reason);
            _isFailing = true;
        }
    }

    /// <summary>The start of it on one line: what an authority says instead of its keys may be long, and is not ours.</summary>
    private static string ReasonOf(Exception exception)
    {
        var reason = LogText.OnOneLine($"{exception.GetType().Name}: {exception.Message}");
        return reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength] + "…";
    }

    /// <summary>A warning once, until it works again: while there are no keys, it is tried each second.</summary>
    [LoggerMessage(EventId = 11, Message = "The keys of the authority could not be read: {Reason}")]
    private partial void LookingFailed(LogLevel level, string reason);
}
