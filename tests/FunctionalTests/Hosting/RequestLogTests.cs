using System.Net.Http.Headers;
using Eliza.Application.Messages;
using Eliza.Domain.Channels;
using Eliza.Domain.Messages;
using Eliza.FunctionalTests.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Hosting;

public sealed class RequestLogTests(RequestLogTests.Factory factory) : IClassFixture<RequestLogTests.Factory>
{
    private const string Category = "Eliza.WebApi.Hosting.RequestLog ";

    private readonly Api _api = factory.Api;

    [Theory]
    [InlineData("GET", "/api/agents", "GET /api/agents: 200 ok by bootstrap")]
    [InlineData("GET", "/api/messaging/channels/x-secret/messages?limit=5&secret=secret", "GET /api/messaging/channels/{channelId}/messages: 404 Channel.NotFound by bootstrap")]
    [InlineData("GET", "/api/agents?limit=secret", "GET /api/agents: 400 Request.Invalid by bootstrap")]
    [InlineData("GET", "/secret/path?secret", "GET no route: 404 Request.NoSuchRoute by bootstrap")]
    [InlineData("PUT", "/api/messaging/submit", "PUT no route: 405 Request.WrongMethod by bootstrap")]
    [InlineData("SECRET", "/api/agents", "OTHER no route: 405 Request.WrongMethod by bootstrap")]
    [InlineData("OPTIONS", "/api/agents", "OPTIONS no route: 405 Request.WrongMethod by bootstrap")]
    [InlineData("HEAD", "/api/agents", "HEAD no route: 405 Request.WrongMethod by bootstrap")]
    public async Task Request_OfAnyKind_LeavesOneLineWithoutItsPathOrQuery(string method, string path, string expected) =>
        ShouldTell(await LineOfAsync(_api, method, path), "Information", expected);

    [Theory]
    [InlineData("/api/agents", "GET /api/agents: 401 Access.InvalidCredential by nobody")]
    [InlineData("/secret", "GET no route: 401 Access.InvalidCredential by nobody")]
    public async Task Request_WithoutACredential_IsNobodys(string path, string expected) =>
        ShouldTell(await LineOfAsync(factory.Anonymous, "GET", path), "Information", expected);

    [Fact]
    public async Task Request_WithABodyTooLarge_LeavesItsLine() => ShouldTell(
        await LineOfAsync(_api, "POST", "/api/messaging/submit", new byte[(1024 * 1024) + 1]), "Information", "POST /api/messaging/submit: 413 Request.TooLarge by bootstrap");

    [Theory]
    [InlineData("/health")]
    [InlineData("/api/server/health")]
    [InlineData("/api/server/ping")]
    public async Task SignOfLife_WhenAllIsWell_IsToldAtDebug(string path) =>
        ShouldTell(await LineOfAsync(factory.Anonymous, "GET", path), "Debug", $"GET {path}: 200 ok by nobody");

    [Fact]
    public async Task Request_WhenTheServerHasABug_LeavesItsLine()
    {
        var channel = await _api.CreateChannelAsync("log-of-a-bug");
        ShouldTell(
            await LineOfAsync(_api, "GET", $"/api/messaging/channels/{channel}/messages?after={Guid.CreateVersion7()}"),
            "Information", "GET /api/messaging/channels/{channelId}/messages: 500 Request.Unexpected by bootstrap");
    }

    [Fact]
    public async Task Request_WhenItsClientIsGone_LeavesItsLine()
    {
        var channel = await _api.CreateChannelAsync("log-of-a-client");
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/messaging/channels/{channel}/messages");
        request.Headers.Add("X-Request-Id", "gone-client");
        var answer = _api.Client.SendAsync(request, gone.Token);
        await factory.History.Asked.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer);
        var line = await factory.Log.WaitForAsync(text => text.Contains("gone-client"));
        ShouldTell(line, "Information", "GET /api/messaging/channels/{channelId}/messages: 499 Request.ClientGone by bootstrap");
    }

    private async Task<string> LineOfAsync(Api api, string method, string path, byte[]? body = null)
    {
        var id = $"line-{Guid.CreateVersion7():N}";
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-Request-Id", id);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);

        var line = await factory.Log.WaitForAsync(text => text.Contains(Category) && text.Contains(id));
        factory.Log.Lines.Count(text => text.Contains(Category) && text.Contains(id)).ShouldBe(1);
        line.ShouldNotContain("secret", Case.Insensitive);
        return line;
    }

    private static void ShouldTell(string line, string level, string expected)
    {
        line.ShouldStartWith($"{level} {Category}");
        line.ShouldContain($" {expected}");
        line.ShouldMatch(@" in \d+\.\d ms ");
    }

    public sealed class Factory : ApiFactory
    {
        internal StubbornHistory History { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<IChannelMessages>(_ => History));
        }
    }

    /// <summary>It fails when asked for a message's stamp, and takes for ever when asked for a page.</summary>
    internal sealed class StubbornHistory : IChannelMessages
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public async Task<ChannelMessagePage> ListAsync(ChannelId channel, HistoryWindow window, int limit, int offset, CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new ChannelMessagePage([], 0);
        }

        public Task<long?> FindStampAsync(ChannelId channel, MessageId id, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
