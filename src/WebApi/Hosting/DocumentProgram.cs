using System.Reflection;
using System.Runtime.InteropServices;
using Eliza.Application.Media;

namespace Eliza.WebApi.Hosting;

/// <summary>This program itself, as whatever it was started: by its own executable, by <c>dotnet Eliza.WebApi.dll</c>, or within a test's.</summary>
internal sealed class DocumentProgram : IDocumentProgram
{
    private const string Dotnet = "dotnet";

    private readonly string[]? _start = Find();

    public IReadOnlyList<string>? CommandFor(string path) => _start is null ? null : [.. _start, DescribeCommand.Option, path];

    private static string[]? Find()
    {
        var self = typeof(DocumentProgram).Assembly;
        if (Assembly.GetEntryAssembly() == self && Environment.ProcessPath is { } own && !IsDotnet(own)) return [own];

        // No file of its own has a program that is one file with its libraries.
        var file = Path.Combine(AppContext.BaseDirectory, $"{self.GetName().Name}.dll");
        return File.Exists(file) && FindDotnet() is { } dotnet ? [dotnet, file] : null;
    }

    private static string? FindDotnet()
    {
        if (Environment.ProcessPath is { } own && IsDotnet(own)) return own;

        // The runtime lies in shared/Microsoft.NETCore.App/<version> beside it.
        var installed = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? $"{Dotnet}.exe" : Dotnet);
        return File.Exists(installed) ? Path.GetFullPath(installed) : null;
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path).Equals(Dotnet, StringComparison.OrdinalIgnoreCase);
}
