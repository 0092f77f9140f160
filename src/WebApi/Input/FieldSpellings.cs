using System.Text.Json;

namespace Eliza.WebApi.Input;

/// <summary>How the client of the present request spells each field, so that errors speak its language.</summary>
internal sealed class FieldSpellings
{
    private readonly Dictionary<string, string> _spellings = [];

    public void Set(string path, string spelling) => _spellings[path] = spelling;

    /// <param name="path">A property's path in the command, such as <c>Attachments[0].Size</c>.</param>
    public string Of(string path) => _spellings.TryGetValue(path, out var spelling)
        ? spelling
        : string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
