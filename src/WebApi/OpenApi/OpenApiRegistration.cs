namespace Eliza.WebApi.OpenApi;

internal static class OpenApiRegistration
{
    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, options =>
        {
            options.ShouldInclude = _ => false;
            options.AddDocumentTransformer<DescribeApi>();
        });
        services.AddSingleton<ApiDocument>();
    }

    /// <summary>For everybody: who builds a client has no credential yet.</summary>
    public static void MapApiDocument(this WebApplication app) =>
        app.MapMethods(ApiDocument.Path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, ApiDocument document) => document.AnswerAsync(context))
            .AllowAnonymous().ExcludeFromDescription();
}
