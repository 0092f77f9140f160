namespace Eliza.WebApi.Hosting;

internal static class DefaultAddress
{
    public const string Url = "http://localhost:3000";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    /// <summary>Where the server listens when nothing tells it: not the environment, not the command line, not Kestrel's own section.</summary>
    public static void UseDefaultAddress(this IWebHostBuilder host, IConfiguration configuration)
    {
        if (Settings.All(name => string.IsNullOrEmpty(configuration[name])) && !configuration.GetSection("Kestrel:Endpoints").Exists())
            host.UseUrls(Url);
    }
}
