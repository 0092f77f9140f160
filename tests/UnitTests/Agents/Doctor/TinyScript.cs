using System.Text;
using Eliza.Infrastructure.Agents.Doctor;

namespace Eliza.UnitTests.Agents.Doctor;

/// <summary>Scripts of a few lines, each for one mechanism. A line without a keyword is answered “Nothing.”</summary>
internal static class TinyScript
{
    public static DoctorScript Of(string keywords, string none = """["Nothing."]""", string memory = "null", string classes = "{}") =>
        Load($$"""{ "greeting": "Hello.", "none": {{none}}, "memory": {{memory}}, "classes": {{classes}}, "keywords": [{{keywords}}] }""");

    public static DoctorScript Load(string json) => DoctorScript.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    /// <summary>A keyword that answers with one sentence whatever the rest of the line.</summary>
    public static string Says(string word, string sentence, int rank = 0) =>
        $$"""{ "word": "{{word}}", "rank": {{rank}}, "rules": [{ "match": "0", "say": ["{{sentence}}"] }] }""";

    /// <summary>A keyword with one pattern.</summary>
    public static string Rule(string word, string match, params string[] say) =>
        $$"""{ "word": "{{word}}", "rules": [{ "match": "{{match}}", "say": [{{string.Join(", ", say.Select(one => $"\"{one}\""))}}] }] }""";
}
