using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Eliza.FunctionalTests.Realtime;

/// <summary>A session that polls.</summary>
internal sealed class PollingClient
{
    private readonly HttpClient _http;

    private PollingClient(HttpClient http, string path, JsonElement handshake)
    {
        (_http, Handshake) = (http, handshake);
        Sid = handshake.GetProperty("sid").GetString()!;
        Url = $"{path}?EIO=4&transport=polling&sid={Sid}";
        UpgradeUrl = $"{path}?EIO=4&transport=websocket&sid={Sid}";
    }

    public string Sid { get; }

    public string Url { get; }

    public string UpgradeUrl { get; }

    public JsonElement Handshake { get; }

    public static async Task<PollingClient> OpenAsync(HttpClient http, string path)
    {
        var text = await http.GetStringAsync($"{path}?EIO=4&transport=polling", TestContext.Current.CancellationToken);
        text.ShouldStartWith("0{");
        return new PollingClient(http, path, JsonElement.Parse(text[1..]));
    }

    /// <summary>Polls: the status and the body, once there is an answer.</summary>
    public async Task<(int Status, string Body)> PollAsync(CancellationToken? cancellationToken = null) =>
        await ReadAsync(await _http.GetAsync(Url, cancellationToken ?? TestContext.Current.CancellationToken));

    public Task<(int Status, string Body)> PostAsync(string body) => PostAsync(Encoding.UTF8.GetBytes(body));

    public async Task<(int Status, string Body)> PostAsync(byte[] body, string type = "text/plain", bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = isChunked;
        return await ReadAsync(await _http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private static async Task<(int Status, string Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response) return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
