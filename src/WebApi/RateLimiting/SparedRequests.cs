namespace Eliza.WebApi.RateLimiting;

/// <summary>Marks an endpoint some of whose requests count against no limit, because what they carry is counted by itself.</summary>
/// <param name="spares">Which ones.</param>
internal sealed class SparedRequests(Func<HttpContext, bool> spares)
{
    public static bool Include(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SparedRequests>()?.Spares(context) is true;

    private bool Spares(HttpContext context) => spares(context);
}
