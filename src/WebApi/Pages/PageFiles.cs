using System.Security.Cryptography;
using System.Text;

namespace Eliza.WebApi.Pages;

/// <summary>The files of the chat page (<c>wwwroot</c>), which are resources of the program: wherever it runs, they are there.</summary>
internal sealed class PageFiles
{
    private const string Root = "wwwroot/";
    private const string AssetsFolder = "assets/";

    private PageFiles(byte[] index, IReadOnlyList<PageFile> assets)
    {
        Assets = assets;
        Version = VersionOf(assets);
        var modules = string.Concat(assets.Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)).Select(file => $"  <link rel=\"modulepreload\" href=\"assets/{file.Name}\">\n"));
        var page = Encoding.UTF8.GetString(index).Replace("</head>", modules + "</head>").Replace("\"assets/", $"\"assets/{Version}/");
        Index = new PageFile("index.html", Encoding.UTF8.GetBytes(page));
    }

    /// <summary>The page itself. It names the files under their version, and asks for all scripts at once.</summary>
    public PageFile Index { get; }

    /// <summary>Styles, scripts and pictures, in the order of their names.</summary>
    public IReadOnlyList<PageFile> Assets { get; }

    /// <summary>Another one whenever any of the assets changes.</summary>
    public string Version { get; }

    public static PageFiles Read()
    {
        var files = typeof(PageFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new PageFile(name[Root.Length..], Content(name)))
            .ToList();
        var assets = files.Where(file => file.Name.StartsWith(AssetsFolder, StringComparison.Ordinal));
        return new PageFiles(files.Single(file => file.Name == "index.html").Content, [.. assets.Select(file => file with { Name = file.Name[AssetsFolder.Length..] })]);
    }

    private static byte[] Content(string name)
    {
        using var resource = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }

    private static string VersionOf(IReadOnlyList<PageFile> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in assets)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.Content.Length}\0"));
            hash.AppendData(file.Content);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
