namespace Eliza.WebApi.Hosting;

/// <summary>
/// <c>--probe</c> (<c>--probe live</c>): asks the server that runs with the same settings on this machine how it is, and ends with 0 when
/// it is well. For containers, whose image has no shell and no other program to ask with.
/// </summary>
internal static class ProbeCommand
{
    private const string Option = "--probe";
    private const string Ready = "ready";
    private const string Live = "live";

    /// <summary>More than the server itself takes to find out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static bool IsAsked(IReadOnlyList<string> args) => args.Contains(Option);

    /// <summary>Whether what stands there is the option, or what it asks.</summary>
    public static bool IsOf(string[] args, int place) => args[place] == Option || place > 0 && args[place - 1] == Option && args[place] is Ready or Live;

    /// <summary>Asks, and says in a line what it heard.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, IConfiguration configuration, TextWriter output)
    {
        try
        {
            // The server is asked at this machine's own address: its certificate is made out to another name, and no proxy knows the way there.
            using var handler = new SocketsHttpHandler
            {
                SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
                UseProxy = false,
            };
            using var client = new HttpClient(handler) { Timeout = Patience };
            var what = args.SkipWhile(arg => arg != Option).ElementAtOrDefault(1) is Live ? Live : Ready;
            using var answer = await client.GetAsync($"{LocalAddress.Of(UrlIn(configuration))}health/{what}");
            await output.WriteLineAsync(answer.IsSuccessStatusCode ? what : $"not {what}: {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or FormatException)
        {
            await output.WriteLineAsync($"no answer: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The first address that the settings name, in the order in which the server itself reads them: endpoints of its own take the place of all others.</summary>
    private static string UrlIn(IConfiguration configuration)
    {
        if (configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).FirstOrDefault(own => own is not null) is { } own) return own;
        if (First("urls") is { } url) return url;
        if (First("http_ports") is { } port) return $"http://localhost:{port}";
        if (First("https_ports") is { } securePort) return $"https://localhost:{securePort}";
        return DefaultAddress.Url;

        string? First(string key) =>
            configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : null;
    }
}
