namespace Eliza.WebApi.Hosting;

/// <summary>
/// Marks an endpoint some of whose requests count against no limit, because what they carry is counted by itself. Nobody is
/// looked up for them either: that would be for nothing, and as often as anybody likes.
/// </summary>
/// <param name="spares">Which ones.</param>
internal sealed class SparedRequests(Func<HttpRequest, bool> spares)
{
    public static bool Include(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SparedRequests>()?.Spares(context.Request) is true;

    private bool Spares(HttpRequest request) => spares(request);
}
