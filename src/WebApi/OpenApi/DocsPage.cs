using Swashbuckle.AspNetCore.SwaggerUI;

namespace Eliza.WebApi.OpenApi;

/// <summary>
/// The page on which people read the API's description and try it: Swagger UI, from the package's own files. Each file is a
/// route of its own, so that everything else below <c>/docs</c> is answered as any unknown path is.
/// </summary>
internal static class DocsPage
{
    public const string Path = "/docs";

    /// <summary>The one style that stands in the markup: two colours of the package's logo.</summary>
    private const string LogoStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    /// <summary>Scripts and styles are files, so nothing else inline is allowed; small pictures are in the styles, as data.</summary>
    private const string Policy =
        $"default-src 'none'; script-src 'self'; style-src 'self' {LogoStyle}; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Files =
    [
        "", "/index.html", "/index.js", "/index.css", "/swagger-ui.css", "/swagger-ui-bundle.js", "/swagger-ui-standalone-preset.js",
        "/favicon-16x16.png", "/favicon-32x32.png",
    ];

    public static void MapDocsPage(this WebApplication app)
    {
        var page = ((IEndpointRouteBuilder)app).CreateApplicationBuilder().UseSwaggerUI(Configure).Build();
        foreach (var file in Files)
        {
            app.MapGet(Path + file, context =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return page(context);
            }).AllowAnonymous().ExcludeFromDescription();
        }
    }

    /// <summary>What somebody enters under Authorize is forgotten with the page, and nothing is sent to any other host.</summary>
    private static void Configure(SwaggerUIOptions options)
    {
        options.RoutePrefix = Path.TrimStart('/');
        options.DocumentTitle = "Eliza";
        options.SwaggerEndpoint(ApiDocument.Path, "Eliza");
        options.ConfigObject.DeepLinking = true;
        options.ConfigObject.DisplayRequestDuration = true;
        options.ConfigObject.DisplayOperationId = true;
        options.ConfigObject.PersistAuthorization = false;
        options.ConfigObject.TryItOutEnabled = true;
        options.ConfigObject.DocExpansion = DocExpansion.List;
        options.CacheLifetime = TimeSpan.FromHours(1);
    }
}
