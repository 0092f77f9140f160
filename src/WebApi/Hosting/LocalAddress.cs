namespace Eliza.WebApi.Hosting;

/// <summary>An address that a program on this machine can open.</summary>
internal static class LocalAddress
{
    /// <param name="url">Where the server listens; that may be every address that there is.</param>
    /// <returns>The root of the server, with a slash at the end.</returns>
    public static string Of(string url)
    {
        var address = BindingAddress.Parse(url);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}{address.PathBase}/";
    }
}
