namespace Eliza.WebApi.OpenApi;

/// <summary><c>dotnet run --project src/WebApi -- --write-postman docs</c>: writes the collection's files and ends, without a database.</summary>
internal static class PostmanFiles
{
    private const string Option = "write-postman";

    /// <returns>Whether that was all that was asked of the server.</returns>
    public static async Task<bool> WriteIfAskedAsync(WebApplication app)
    {
        if (app.Configuration[Option] is not { Length: > 0 } folder) return false;
        Directory.CreateDirectory(folder);
        var openApi = await app.Services.GetRequiredService<ApiDocument>().ReadAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, PostmanCollection.FileName), PostmanCollection.Write(openApi) + "\n");
        await File.WriteAllTextAsync(Path.Combine(folder, PostmanCollection.EnvironmentFileName), PostmanCollection.WriteEnvironment() + "\n");
        return true;
    }
}
