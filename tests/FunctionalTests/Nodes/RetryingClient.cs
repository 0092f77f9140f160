using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Eliza.FunctionalTests.Nodes;

/// <summary>
/// A client as it should be: what it sends bears an idempotency key, and when the answer does not come, or says that it is not the time, it sends the
/// same again to the next node. Anything else that is no success is an error.
/// </summary>
internal sealed class RetryingClient : IDisposable
{
    /// <summary>How long a node may take for one answer.</summary>
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = AnswerPatience };
    private readonly NodeGroup _nodes;
    private int _node;
    private int _retries;

    /// <param name="nodes">Whom it may ask.</param>
    /// <param name="first">Whom it asks as long as it answers.</param>
    public RetryingClient(NodeGroup nodes, int first)
    {
        (_nodes, _node) = (nodes, first);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", NodeGroup.Key);
    }

    /// <summary>How often it had to send something again.</summary>
    public int Retries => _retries;

    /// <summary>Submits a message until it is acknowledged, and gives its id.</summary>
    public async Task<Guid> SubmitAsync(Guid channel, string content, CancellationToken giveUp)
    {
        var key = Guid.CreateVersion7().ToString();
        while (true)
        {
            if (await TrySubmitAsync(channel, content, key, giveUp) is { } id) return id;
            _retries++;
            _node = (_node + 1) % _nodes.Count;
            await Task.Delay(Pause, giveUp);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Null when it should be tried again.</summary>
    private async Task<Guid?> TrySubmitAsync(Guid channel, string content, string key, CancellationToken giveUp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_nodes[_node].Address, "/api/messaging/submit"));
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { channel_id = channel, author_id = "ada", content });
        try
        {
            using var answer = await _http.SendAsync(request, giveUp);
            var text = await answer.Content.ReadAsStringAsync(giveUp);
            return (int)answer.StatusCode switch
            {
                201 => JsonElement.Parse(text).GetProperty("data").GetProperty("id").GetGuid(),
                502 or 503 or 504 => null,
                _ => throw new InvalidOperationException($"{answer.StatusCode}: {text}\n{_nodes[_node].Output}"),
            };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException })
        {
            return null;
        }
    }
}
