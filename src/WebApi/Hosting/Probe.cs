namespace Eliza.WebApi.Hosting;

/// <summary>
/// What orchestrators ask, more often than any limit allows. Nobody is looked up for it: its answer is everybody's, it must not depend on the
/// database, and it is no place to try keys at.
/// </summary>
internal static class Probe
{
    private const string SignsOfLife = "/health";

    /// <summary>Whether this is one: a sign of life, at this path alone.</summary>
    public static bool Is(HttpContext context) =>
        context.Request.Path.StartsWithSegments(SignsOfLife) && context.GetEndpoint()?.Metadata.GetMetadata<SignOfLifeAttribute>() is not null;
}
