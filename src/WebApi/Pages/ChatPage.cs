using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Pages;

/// <summary>
/// The page at <c>/</c> on which people talk. Its files are within the program, and each is a route of its own, so that
/// every other path is answered as any unknown one is. Files but the page itself lie under the version of them all: a browser
/// keeps them for good, and never mixes those of two versions.
/// </summary>
internal static class ChatPage
{
    public const string Path = "/";

    public const string FilesPath = "/assets/";

    /// <summary>All of the page comes from this server: nothing inline, nothing from elsewhere; pictures may be blobs, as they are fetched with a credential.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A year: what is under a version never changes.</summary>
    private const string KeepForGood = "public, max-age=31536000, immutable";

    /// <summary>It may be kept, but not shown without asking whether it still is the one.</summary>
    private const string AskFirst = "no-cache";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapChatPage(this WebApplication app)
    {
        var files = PageFiles.Read();
        Map(app, Path, files.Index, AskFirst);
        foreach (var file in files.Assets) Map(app, $"{FilesPath}{files.Version}/{file.Name}", file, KeepForGood);
    }

    private static void Map(WebApplication app, string path, PageFile file, string caching) =>
        app.MapMethods(path, Methods, context => WriteAsync(context, file, caching)).AllowAnonymous().ExcludeFromDescription();

    private static async Task WriteAsync(HttpContext context, PageFile file, string caching)
    {
        var answer = context.Response;
        answer.Headers.ContentSecurityPolicy = Policy;
        answer.Headers.CacheControl = caching;
        answer.Headers.ETag = file.Tag.ToString();
        if (IsKnown(context.Request, file))
        {
            answer.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        answer.ContentType = file.ContentType;
        answer.ContentLength = file.Content.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await answer.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, PageFile file) =>
        request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(file.Tag, useStrongComparison: false) || tag.Equals(EntityTagHeaderValue.Any));
}
