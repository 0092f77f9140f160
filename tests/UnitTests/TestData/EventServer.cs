using System.Net.ServerSentEvents;
using Eliza.WebApi.Hosting;
using Eliza.WebApi.Responses;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Eliza.UnitTests.TestData;

/// <summary>Answers one request with events, on a real socket, behind what stands around every answer.</summary>
internal sealed class EventServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly HttpClient _client = new();
    private readonly FakeLogger<RequestLog> _lines = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EventServer(Func<IServiceProvider, IAsyncEnumerable<SseItem<object>>> events, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ILogger<RequestLog>>(_lines);
        builder.Services.AddSingleton<ILogger<EventStreamResult>>(Log);
        configure(builder.Services);
        _app = builder.Build();
        _app.Use(NoteEndAsync);
        _app.UseMiddleware<SecurityHeaders>();
        _app.UseMiddleware<RequestLog>();
        _app.Run(context => new EventStreamResult(events(context.RequestServices)).ExecuteResultAsync(new ActionContext { HttpContext = context }));
    }

    /// <summary>What was logged, but for the request's line.</summary>
    public FakeLogger<EventStreamResult> Log { get; } = new();

    public static Task<EventServer> StartAsync(IAsyncEnumerable<SseItem<object>> events) => StartAsync(_ => events, _ => { });

    public static async Task<EventServer> StartAsync(
        Func<IServiceProvider, IAsyncEnumerable<SseItem<object>>> events, Action<IServiceCollection> configure)
    {
        var server = new EventServer(events, configure);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The answer as soon as it begins.</summary>
    public Task<HttpResponseMessage> AskAsync() => _client.GetAsync(new Uri(_app.Urls.Single()), HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);

    /// <summary>The request's line in the log.</summary>
    public async Task<string> LineAsync()
    {
        await _answered.Task.WaitAsync(Patience);
        return _lines.Entries.ShouldHaveSingleItem().Text;
    }

    /// <summary>Asks the server to stop, and returns when it has.</summary>
    public Task StopAsync() => _app.StopAsync().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task NoteEndAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            _answered.TrySetResult();
        }
    }
}
