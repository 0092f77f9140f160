using System.Collections.Concurrent;
using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Eliza.WebApi.Input;

namespace Eliza.WebApi.Realtime.Listening;

/// <summary>
/// Looks again, while connections last, whether the credentials that opened them are still good. At keys at once when one was revoked or
/// rotated, on whichever node, and every two seconds in any case, for that may not have been heard of: what is looked at is in memory, unless it is
/// too old. At tokens every 15 seconds: they expire by themselves, and to verify one may take its time. One look serves all connections of a
/// credential.
/// </summary>
internal sealed partial class LiveCredentials(IServiceScopeFactory scopes, IHints hints, TimeProvider time, ILogger<LiveCredentials> logger) : BackgroundService
{
    internal static readonly TimeSpan KeyInterval = TimeSpan.FromSeconds(2);
    internal static readonly TimeSpan TokenInterval = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Watch, bool> _watches = new();

    /// <summary>How many connections are watched.</summary>
    public int Count => _watches.Count;

    /// <summary>Watches a connection's credential until the answer is disposed of.</summary>
    /// <param name="credential">What was presented.</param>
    /// <param name="end">Ends the connection; called once at most, when the credential is good no more.</param>
    public IDisposable Keep(PresentedCredential credential, Action end)
    {
        var watch = new Watch(this, credential, end);
        _watches[watch] = true;
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tokensAt = time.GetTimestamp();
        using var changed = hints.Listen(CredentialTopic.Changed);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await changed.WaitAsync(KeyInterval, stoppingToken)) return;
                var withTokens = time.GetElapsedTime(tokensAt) >= TokenInterval;
                if (withTokens) tokensAt = time.GetTimestamp();
                foreach (var sharing in _watches.Keys.Where(watch => withTokens || !watch.Credential.IsToken).GroupBy(watch => watch.Credential))
                    await LookAsync(sharing.Key, sharing, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(PresentedCredential credential, IEnumerable<Watch> watches, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsGoodAsync(credential, cancellationToken)) return;
            foreach (var watch in watches) watch.End();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // While the database cannot be asked nobody is sent away: who was good a moment ago is asked about again soon.
            if (ExceptionEnvelope.ErrorOf(exception).Kind is ErrorKind.Unavailable) LookFailed(null, exception.GetBaseException().Message);
            else LookFailed(exception, exception.Message);
        }
    }

    private async Task<bool> IsGoodAsync(PresentedCredential credential, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<ICredentials>();
        var read = credential.IsBearer ? await credentials.ReadBearerAsync(credential.Text, cancellationToken) : await credentials.ReadKeyAsync(credential.Text, cancellationToken);
        return read.Error is not { Kind: ErrorKind.Unauthenticated };
    }

    [LoggerMessage(40, LogLevel.Error, "The credentials of open connections could not be looked at ({Reason}); trying again in a moment")]
    private partial void LookFailed(Exception? exception, string reason);

    private sealed class Watch(LiveCredentials owner, PresentedCredential credential, Action end) : IDisposable
    {
        public PresentedCredential Credential => credential;

        public void End()
        {
            if (owner._watches.TryRemove(this, out _)) end();
        }

        public void Dispose() => owner._watches.TryRemove(this, out _);
    }
}
