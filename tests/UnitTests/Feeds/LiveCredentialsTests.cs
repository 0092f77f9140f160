using System.Threading.Channels;
using Eliza.Application.Access;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.Infrastructure.Hosting;
using Eliza.UnitTests.TestData;
using Eliza.WebApi.Input;
using Eliza.WebApi.Realtime.Listening;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.Feeds;

/// <summary>On a clock that the test moves.</summary>
public sealed class LiveCredentialsTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private readonly Credentials _credentials = new();
    private readonly FakeLogger<LiveCredentials> _logger = new();
    private readonly Hints _hints;
    private readonly ServiceProvider _services;
    private readonly LiveCredentials _live;

    public LiveCredentialsTests()
    {
        _hints = new Hints(_time);
        _services = new ServiceCollection().AddSingleton<ICredentials>(_credentials).BuildServiceProvider();
        _live = new LiveCredentials(_services.GetRequiredService<IServiceScopeFactory>(), _hints, _time, _logger);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _live.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await _live.StopAsync(Token);
        _live.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Connection_WhenAKeyEnded_IsEndedAtOnceAndOnce()
    {
        var (bad, good) = (new Connection(), new Connection());
        using var ofBad = _live.Keep(new PresentedCredential("bad", IsBearer: false), bad.End);
        using var ofGood = _live.Keep(new PresentedCredential("good", IsBearer: false), good.End);
        _credentials.Answers["bad"] = AccessErrors.InvalidCredential;

        await LookAsync(() => _hints.Give(CredentialTopic.Changed), bad);
        await LookAsync(() => _hints.Give(CredentialTopic.Changed), good, expected: 0);

        (bad.Ends, good.Ends, _live.Count).ShouldBe((1, 0, 1));
    }

    [Theory]
    [InlineData("bearer.of.token", 15)]
    [InlineData("key", 2)]
    public async Task Connection_WhoseCredentialEndedUnheard_IsEndedWithinTheInterval(string credential, int seconds)
    {
        var connection = new Connection();
        using var watch = _live.Keep(new PresentedCredential(credential, IsBearer: true), connection.End);
        _credentials.Answers[$"bearer {credential}"] = AccessErrors.InvalidCredential;
        var began = _time.GetTimestamp();

        await LookAsync(() => { }, connection);

        connection.Ends.ShouldBe(1);
        _time.GetElapsedTime(began).ShouldBeInRange(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds + 2));
    }

    [Fact]
    public async Task Connection_WhileNobodyCanTell_IsLeftAlone()
    {
        var connection = new Connection();
        using var watch = _live.Keep(new PresentedCredential("key", IsBearer: false), connection.End);
        _credentials.Answers["key"] = new InvalidOperationException("The database is away.");
        await LookAsync(() => _hints.Give(CredentialTopic.Changed), connection, expected: 0);
        _credentials.Answers["key"] = CommonErrors.StorageUnavailable;
        await LookAsync(() => _hints.Give(CredentialTopic.Changed), connection, expected: 0);
        _logger.Entries.ShouldContain(entry => entry.Level == LogLevel.Error);

        _credentials.Answers["key"] = AccessErrors.InvalidCredential;
        await LookAsync(() => _hints.Give(CredentialTopic.Changed), connection);

        connection.Ends.ShouldBe(1);
    }

    [Fact]
    public async Task Connections_OfOneCredential_AreLookedAtTogether()
    {
        var (one, other, gone) = (new Connection(), new Connection(), new Connection());
        using var first = _live.Keep(new PresentedCredential("key", IsBearer: false), one.End);
        using var second = _live.Keep(new PresentedCredential("key", IsBearer: false), other.End);
        _live.Keep(new PresentedCredential("key", IsBearer: false), gone.End).Dispose();
        _credentials.Answers["key"] = AccessErrors.InvalidCredential;

        await LookAsync(() => _hints.Give(CredentialTopic.Changed), one);
        await LookAsync(() => { }, other);

        (_credentials.Looks, gone.Ends, _live.Count).ShouldBe((1, 0, 0));
    }

    /// <summary>Returns when the connection was ended or, where it is not to be, when it was looked at.</summary>
    private async Task LookAsync(Action ring, Connection connection, int expected = 1)
    {
        Task looked = expected == 0 ? _credentials.LookedAsync() : connection.Ended;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        ring();
        while (!looked.IsCompleted && await again.WaitForNextTickAsync(patience.Token)) _time.Advance(LiveCredentials.KeyInterval / 10);
        await looked;
    }

    private sealed class Connection
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _ends;

        public Task Ended => _ended.Task;

        public int Ends => Volatile.Read(ref _ends);

        public void End()
        {
            Interlocked.Increment(ref _ends);
            _ended.TrySetResult();
        }
    }

    /// <summary>Everybody is Ada, unless the test says otherwise.</summary>
    private sealed class Credentials : ICredentials
    {
        private readonly Channel<bool> _looked = Channel.CreateUnbounded<bool>();
        private int _looks;

        public System.Collections.Concurrent.ConcurrentDictionary<string, object> Answers { get; } = new();

        public int Looks => Volatile.Read(ref _looks);

        /// <summary>Returns at the next look.</summary>
        public Task<bool> LookedAsync()
        {
            while (_looked.Reader.TryRead(out _))
            {
            }
            return _looked.Reader.ReadAsync().AsTask();
        }

        public Task<Result<Caller>> ReadKeyAsync(string apiKey, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _looks);
            _looked.Writer.TryWrite(true);
            return Answers.GetValueOrDefault(apiKey) switch
            {
                Exception exception => throw exception,
                Error error => Task.FromResult<Result<Caller>>(error),
                _ => Task.FromResult<Result<Caller>>(Callers.Ada),
            };
        }

        public Task<Result<Caller>> ReadBearerAsync(string bearer, CancellationToken cancellationToken) => ReadKeyAsync($"bearer {bearer}", cancellationToken);
    }
}
